import { describe, expect, it } from 'vitest'
import { csvOf } from './table-content.ts'

const linesOf = (...cells: (string | number | null)[]) => csvOf({ columns: ['what'], rows: [cells] }).split('\r\n')

describe('the table of a chart as a file', () => {
  it('begins with the mark of UTF-8 and ends each line as spreadsheets expect', () => {
    expect(csvOf({ columns: ['day', 'how'], rows: [['2026-03-01', 1]] })).toBe('\uFEFFday,how\r\n2026-03-01,1\r\n')
  })

  it('quotes what holds a comma, a quote or a line break', () => {
    expect(linesOf('calm, then', 'she said "go"')[1]).toBe('"calm, then","she said ""go"""')
    expect(csvOf({ columns: ['a\nb'], rows: [] })).toBe('\uFEFF"a\nb"\r\n')
  })

  it.each(['=1+1', '+31', '-tired', '@home', '\tindented', '\rbroken'])('never lets %j run as a formula', (text) => {
    expect(linesOf(text).slice(1).join('\r\n')).toMatch(/^"?'/)
  })

  it('leaves numbers below zero as numbers, and what is missing empty', () => {
    expect(linesOf(-0.25, null, 3)[1]).toBe('-0.25,,3')
  })
})
