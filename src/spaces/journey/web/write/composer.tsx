/** The writing surface: text, a file or both, one button to save. Used for a new reflection and for adding to one. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useDeferredValue, type KeyboardEvent, type ReactNode } from 'react'
import { Problem } from '../../../../web/kit/problem.tsx'
import { contentLimits, type SessionId } from '../../contract.ts'
import { journey } from '../client.ts'
import { words } from '../words.ts'
import { countWords, type Draft } from './draft.ts'
import {
  DropPlace,
  FileButton,
  FilePreview,
  takeLongPaste,
  useDrop,
  useFileChoice,
  type FileChoice,
} from './file-choice.tsx'
import type { Reflection, Saver } from './save.ts'
import type { DraftState, useDraft } from './use-draft.ts'
import '../journey.css'
import './write.css'

interface ComposerProps {
  writing: ReturnType<typeof useDraft>
  /** `file`: an empty sheet gives way to a place for a file. */
  begin: 'text' | 'file'
  label: string
  save: string
  sendTo: (saver: Saver, reflection: Reflection) => Promise<SessionId>
  /** Stands above the text, for example a title. */
  children?: ReactNode
  onSaved: (sessionId: SessionId) => void
}

export function Composer({ writing, begin, label, save, sendTo, children, onSaved }: ComposerProps) {
  const { draft, state, change, remember, clear } = writing
  const choice = useFileChoice()
  const drop = useDrop(choice.choose)
  const saving = useMutation({
    mutationFn: () => sendTo({ journey, remember }, { draft, chosen: choice.chosen }),
    onSuccess: (sessionId) => {
      clear()
      choice.choose(undefined)
      onSaved(sessionId)
    },
  })
  const submit = () => {
    if (canSave(draft, choice) && !saving.isPending) saving.mutate()
  }
  return (
    <div className="journey-composer" {...drop} onKeyDown={(event) => submitByKeys(event, submit)}>
      {children}
      {begin === 'file' && draft.text === '' ? (
        !choice.chosen && <DropPlace choice={choice} />
      ) : (
        <textarea
          className="journey-surface"
          data-short={choice.chosen !== undefined}
          aria-label={label}
          placeholder={label}
          value={draft.text}
          readOnly={saving.isPending || draft.isTextSent}
          dir="auto"
          onPaste={(event) => takeLongPaste(event, choice.choose)}
          onChange={(event) => change({ text: event.target.value })}
        />
      )}
      <ChosenPreview choice={choice} draft={draft} />
      <div className="journey-composer-foot">
        {saving.error && <SavingProblem error={saving.error} />}
        <Refusals choice={choice} draft={draft} />
        {begin === 'text' && <FileButton choice={choice} />}
        <DraftNews draft={draft} state={state} />
        <Button
          onClick={submit}
          loading={saving.isPending}
          disabled={!canSave(draft, choice)}
          title={words.write.saveHint}
        >
          {save}
        </Button>
      </div>
      <p className="journey-drop-now" aria-hidden="true">
        {words.write.dropNow}
      </p>
    </div>
  )
}

function ChosenPreview({ choice, draft }: { choice: FileChoice; draft: Draft }) {
  if (!choice.chosen) return null
  return (
    <>
      <FilePreview choice={choice} chosen={choice.chosen} />
      {draft.text.trim() !== '' && <p className="quiet">{words.write.textAndFile}</p>}
    </>
  )
}

function Refusals({ choice, draft }: { choice: FileChoice; draft: Draft }) {
  const isTooLong = draft.text.length > contentLimits.characters
  const refusal = isTooLong ? words.write.tooLong(contentLimits.characters) : choice.refusal
  if (refusal === undefined) return null
  return (
    <p className="journey-refusal" role="alert">
      {refusal}
    </p>
  )
}

/** A file that cannot be read is sent by nobody: it would leave a session without content. */
function canSave({ text }: Draft, { chosen, preview }: FileChoice) {
  if (text.length > contentLimits.characters) return false
  return chosen ? preview.data !== undefined : text.trim() !== ''
}

function submitByKeys(event: KeyboardEvent, submit: () => void) {
  if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return
  event.preventDefault()
  submit()
}

function SavingProblem({ error }: { error: Error }) {
  return (
    <div className="journey-saving-problem">
      <Problem error={error} />
      <p className="quiet">{words.write.stopped}</p>
    </div>
  )
}

function DraftNews({ draft, state }: { draft: Draft; state: DraftState }) {
  const text = useDeferredValue(draft.text)
  return (
    <p className="journey-draft-news">
      {text !== '' && <span className="figures">{words.write.words(countWords(text))}</span>}
      <span role="status" data-state={state}>
        {state === 'saved' && draft.text !== '' && words.write.draftSaved}
        {state === 'not-kept' && words.write.draftNotKept}
      </span>
    </p>
  )
}
