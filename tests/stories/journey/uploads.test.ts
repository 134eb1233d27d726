import { expect, test } from 'vitest'
import { fileOf, inUtf16, inWindows1251, picture, type BroughtFile } from '../stage/files.ts'
import type { Person } from '../stage/person.ts'
import { garden, park } from '../stage/reflections.ts'
import { setStage } from '../stage/stage.ts'

const stage = setStage()

const captions = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Mara>How was your week?

00:00:05.000 --> 00:00:09.000
<v Jon>I was worried about my son, but he called.
`
const subtitles = `1
00:00:01,000 --> 00:00:04,000
I was proud of my daughter.

2
00:00:05,000 --> 00:00:08,000
She finished school.
`
const readable: { file: BroughtFile; readAs: string; shows: string[] }[] = [
  { file: fileOf('note.txt', 'Café über alles. I felt calm.'), readAs: 'Unicode (UTF-8)', shows: ['Café über alles.'] },
  { file: fileOf('old.txt', inUtf16(garden.text)), readAs: 'Unicode (UTF-16)', shows: ['I planted tomatoes'] },
  { file: fileOf('park.txt', inWindows1251(park.text)), readAs: 'Windows Cyrillic', shows: ['Сегодня я долго гулял'] },
  { file: fileOf('week.md', '# Week\n\nI was *angry*.'), readAs: 'Unicode (UTF-8)', shows: ['# Week'] },
  { file: fileOf('talk.vtt', captions), readAs: 'Unicode (UTF-8)', shows: ['Mara', 'Jon', '00:05', 'worried'] },
  { file: fileOf('film.srt', subtitles), readAs: 'Unicode (UTF-8)', shows: ['00:01', 'proud of my daughter'] },
]

test('notes and captions in the encodings that people have are previewed, kept and shown with their voices', async () => {
  const ada = await stage.enter('Ada')
  for (const { file, readAs, shows } of readable) {
    const preview = await choose(ada, file)
    await preview.getByText(readAs).first().waitFor()
    const transcript = await saveAndRead(ada)
    for (const words of shows) await transcript.getByText(words).first().waitFor()
    await ada.page.getByRole('region', { name: 'What this session is made of' }).getByText(file.name).waitFor()
  }
})

test('a broken caption file is kept with a warning in words', async () => {
  const ada = await stage.enter('Ada')
  const preview = await choose(ada, fileOf('broken.vtt', captions.replace('00:00:05.000', 'somewhen')))
  await preview.getByText('1 cue is without a readable time. The words are kept, without a place in time.').waitFor()
  const transcript = await saveAndRead(ada)
  await transcript.getByText('I was worried about my son').waitFor()
})

test('an empty file and a picture named as text are refused, and what was written is not lost', async () => {
  const ben = await stage.enter('Ben')
  ben.forgive(/status of 422/)
  const { page } = ben
  await ben.open('/journey/write')
  await page.getByLabel('What is on your mind?').fill(garden.text)
  await page.locator('input[type=file]').setInputFiles(fileOf('empty.txt', ''))
  await page.getByRole('alert').getByText('This file is empty: it has no bytes at all.').waitFor()
  await page.locator('input[type=file]').setInputFiles(fileOf('holiday.txt', picture))
  await page.getByRole('alert').getByText('This is a picture (image/png), not text.').waitFor()
  expect(await page.getByLabel('What is on your mind?').inputValue()).toBe(garden.text)

  await page.getByRole('button', { name: 'Remove this file' }).click()
  const transcript = await saveAndRead(ben)
  await transcript.getByText('I planted tomatoes').first().waitFor()
  await ben.open('/journey/sessions')
  await page.getByRole('listitem').getByText('I planted tomatoes').first().waitFor()
  expect(await page.getByRole('button', { name: /^Delete “/ }).count()).toBe(1)
})

test('markup, scripts and statements are words like any others', async () => {
  const ada = await stage.enter('Ada')
  const { page } = ada
  page.on('dialog', () => expect.unreachable('a script of the text was run'))
  const nasty = `<script>alert(1)</script> <img src=x onerror="alert(2)">\nRobert'); DROP TABLE journey_sessions; --`
  await choose(ada, fileOf('<b>nasty<b>.txt', nasty))
  const transcript = await saveAndRead(ada)
  expect(await transcript.innerText()).toContain(nasty)
  expect(await transcript.locator('script, img').count()).toBe(0)
  await ada.open('/search?q=Robert')
  await page.getByText(`alert(1)`).first().waitFor()
})

async function choose({ open, page }: Person, file: BroughtFile) {
  await open('/journey/upload')
  await page.locator('input[type=file]').setInputFiles(file)
  return page.getByRole('region', { name: `Preview of ${file.name}` })
}

/** The transcript of what is on the page for writing, once it is understood. */
async function saveAndRead({ page }: Person) {
  await page.getByRole('button', { name: 'Save and understand' }).click()
  await page.waitForURL('**/journey/sessions/*')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('article', { name: 'Understanding a reflection' }).waitFor({ state: 'detached' })
  return page.getByRole('group', { name: 'Text', exact: true })
}
