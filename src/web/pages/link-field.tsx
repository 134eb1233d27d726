/** Where a one-time link is pasted when the page was opened without it. */
import { TextInput } from '@mantine/core'
import { doorWords } from '../words.ts'
import { readField } from './form-field.ts'
import { tokenOf } from './one-time-link.ts'

const name = 'link'

export function LinkField({ hint }: { hint: string }) {
  return (
    <TextInput name={name} label={doorWords.link} description={hint} required withAsterisk={false} autoComplete="off" />
  )
}

/** The token of the link that was pasted, or of what was pasted in its place. */
export function readPastedToken(form: FormData): string {
  const pasted = readField(form, name)
  return tokenOf(pasted) ?? pasted.trim()
}
