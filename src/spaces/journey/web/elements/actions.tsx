/** Agree, edit, reject, and the way through all quotes of the selected element. */
import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { CheckIcon, CloseIcon, ForwardIcon, UndoIcon, WriteIcon } from '../../../../web/kit/icons.tsx'
import type { Element } from '../../contract.ts'
import { words } from '../words.ts'
import type { Review } from './review.ts'

export function ElementActions({ element, review }: { element: Element; review: Review }) {
  if (review.editedId === element.id) return <LabelEditor element={element} review={review} />
  return (
    <div className="journey-actions">
      {element.status === 'edited' && <p className="quiet">{words.elements.proposed(element.proposedLabel)}</p>}
      <div className="journey-actions-row">
        {element.status === 'rejected' || element.status === 'confirmed' ? (
          <Act label={words.elements.restore} icon={<UndoIcon size={16} />} act={() => review.restore(element)} />
        ) : (
          <Act
            label={words.elements.accept}
            icon={<CheckIcon size={16} />}
            shortcut="A"
            act={() => review.accept(element)}
          />
        )}
        <Act label={words.elements.edit} icon={<WriteIcon size={16} />} shortcut="E" act={() => review.edit(element)} />
        {element.status !== 'rejected' && (
          <Act
            label={words.elements.reject}
            icon={<CloseIcon size={16} />}
            shortcut="R"
            act={() => review.reject(element)}
          />
        )}
      </div>
      <button type="button" className="journey-fold journey-to-text" onClick={() => review.showInText(element)}>
        {words.elements.showInText}
      </button>
      <NextPlace element={element} review={review} />
    </div>
  )
}

interface ActProps {
  label: string
  icon: ReactNode
  shortcut?: string
  act: () => void
}

function Act({ label, icon, shortcut, act }: ActProps) {
  return (
    <Button size="sm" variant="default" leftSection={icon} aria-keyshortcuts={shortcut} onClick={act}>
      {label}
    </Button>
  )
}

function NextPlace({ element, review }: { element: Element; review: Review }) {
  const all = element.spans.length
  const place = review.selection?.place ?? 0
  if (all < 2) return null
  return (
    <button type="button" className="journey-fold" onClick={() => review.select(element.id, (place + 1) % all)}>
      {words.elements.nextPlace(place + 1, all)}
      <ForwardIcon size={14} />
    </button>
  )
}

function LabelEditor({ element, review }: { element: Element; review: Review }) {
  const [label, setLabel] = useState(element.label)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (label.trim() !== '') review.reword(element, label.trim())
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    review.edit(undefined)
  }
  return (
    <form className="journey-actions" onSubmit={save} onKeyDown={leave}>
      <TextInput
        label={words.elements.editLabel}
        value={label}
        maxLength={500}
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setLabel(event.target.value)}
      />
      <div className="journey-actions-row">
        <Button size="sm" type="submit" disabled={label.trim() === ''}>
          {words.elements.save}
        </Button>
        <Button size="sm" variant="default" onClick={() => review.edit(undefined)}>
          {words.elements.cancel}
        </Button>
      </div>
    </form>
  )
}
