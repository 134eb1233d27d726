/** A secret that is shown once, and a button that copies it. Over plain HTTP browsers have only the old way to copy. */
import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { kitWords } from '../words.ts'

interface CopyFieldProps {
  label: string
  value: string
}

export function CopyField({ label, value }: CopyFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<string>()
  const copy = async () => {
    field.current?.focus()
    field.current?.select()
    setOutcome((await copyText(value)) ? kitWords.copied : kitWords.copyByHand)
  }
  return (
    <div className="copy-field">
      <TextInput ref={field} label={label} value={value} readOnly autoComplete="off" spellCheck={false} />
      <Button variant="default" autoFocus onClick={() => void copy()}>
        {kitWords.copy}
      </Button>
      <p className="quiet" role="status">
        {outcome}
      </p>
    </div>
  )
}

/** Copies the text; on a page without HTTPS, whatever is selected. False when the browser lets neither happen. */
async function copyText(text: string): Promise<boolean> {
  if (!window.isSecureContext) return copySelection()
  return navigator.clipboard.writeText(text).then(() => true, copySelection)
}

const copySelection = () => document.execCommand('copy')
