/**
 * Names for what differs between two records that hold the same: ids and secrets get a name in the order in which they
 * are first seen, `‹1›`, `‹2›` and so on, so that equal replies become equal text.
 */
import { z } from 'zod'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const named = /‹\d+›/g
/** Fields whose text is made by chance, or from what is. */
const secretFields = ['accessToken', 'secret', 'token', 'next']
const linkPrefix = '/f/'

export interface Names {
  /** A copy with names in place of ids and secrets. */
  normal(value: unknown): unknown
  /** The text with ids and secrets in place of their names. */
  raw(text: string): string
}

export function createNames(): Names {
  const names = new Map<string, string>()
  const values = new Map<string, string>()
  const nameOf = (value: string) => {
    const name = names.get(value) ?? `‹${names.size + 1}›`
    names.set(value, name)
    values.set(name, value)
    return name
  }
  const textOf = (text: string, field: string) => {
    const isSecret = secretFields.includes(field) || text.startsWith(linkPrefix)
    return isSecret ? nameOf(text) : text.replace(uuid, nameOf)
  }
  const normalOf = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') return textOf(value, field)
    if (Array.isArray(value)) return value.map((item) => normalOf(item, field))
    const fields = Fields.safeParse(value)
    if (!fields.success) return value
    const kept = Object.entries(withoutChance(fields.data))
    return Object.fromEntries(kept.map(([name, part]) => [name, normalOf(part, name)]))
  }
  return {
    normal: (value) => normalOf(value, ''),
    raw: (text) => text.replace(named, (name) => values.get(name) ?? name),
  }
}

const Fields = z.record(z.string(), z.unknown())

/** A request has an id by chance, and an archive is packed from ids. */
function withoutChance({ requestId: _, ...rest }: Record<string, unknown>) {
  const isArchive = rest.type === 'application/zip' || (rest.fileId !== undefined && rest.expiresAt !== undefined)
  if (!isArchive) return rest
  const { size: _size, hash: _hash, ...about } = rest
  return about
}
