/** One name of a tree: the words of a person for it, a way to add one, and what can be done with an own topic. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { NamedKind, OwnWord } from '../../contract.ts'
import { CloseIcon, DeleteIcon } from '../../../../web/kit/icons.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { KindMark } from '../kinds/kind-mark.tsx'
import { useAddWord, useChangeTopic, useRemoveTopic, useRemoveWord } from './queries.ts'
import { FeelingFacts } from './feeling-facts.tsx'
import type { Leaf } from './leaf.ts'
import { taxonomyWords as words } from './words.ts'

interface ChosenNameProps {
  kind: NamedKind
  leaf: Leaf
  own: readonly OwnWord[]
  domains: readonly string[]
  choose: (label: string | undefined) => void
}

export function ChosenName({ kind, leaf, own, domains, choose }: ChosenNameProps) {
  return (
    <section className="taxonomy-chosen" aria-label={leaf.label}>
      <h3 className="taxonomy-name">
        <KindMark kind={kind} />
        {leaf.label}
      </h3>
      {leaf.feeling && <FeelingFacts feeling={leaf.feeling} />}
      {own.length === 0 && <p>{words.noneYet}</p>}
      <WordChips title={words.meant} own={own.filter(({ sense }) => sense === 'means')} />
      <WordChips title={words.notMeant} own={own.filter(({ sense }) => sense === 'not')} />
      <AddWord kind={kind} label={leaf.label} />
      {leaf.topicId !== null && <OwnTopic topicId={leaf.topicId} leaf={leaf} domains={domains} choose={choose} />}
    </section>
  )
}

function WordChips({ title, own }: { title: string; own: readonly OwnWord[] }) {
  const remove = useRemoveWord()
  if (own.length === 0) return null
  return (
    <>
      <h4 className="taxonomy-sense">{title}</h4>
      <ul className="taxonomy-chips">
        {own.map(({ id, term }) => (
          <li key={id} className="taxonomy-chip">
            <q>{term}</q>
            <button type="button" aria-label={words.remove(term)} onClick={() => remove.mutate({ id, term })}>
              <CloseIcon size={14} />
            </button>
          </li>
        ))}
      </ul>
      {remove.error && <Problem error={remove.error} />}
    </>
  )
}

function AddWord({ kind, label }: { kind: NamedKind; label: string }) {
  const [term, setTerm] = useState('')
  const add = useAddWord()
  const say = (sense: OwnWord['sense']) =>
    add.mutate({ body: { kind, label, term, sense } }, { onSuccess: () => setTerm('') })
  return (
    <form
      className="taxonomy-add"
      onSubmit={(event) => {
        event.preventDefault()
        say('means')
      }}
    >
      <TextInput
        label={words.add.label}
        description={words.add.hint}
        placeholder={words.add.placeholder}
        value={term}
        maxLength={60}
        onChange={(event) => setTerm(event.currentTarget.value)}
      />
      <div className="taxonomy-acts">
        <Button type="submit" size="sm" loading={add.isPending} disabled={term.trim() === ''}>
          {words.add.means}
        </Button>
        <Button size="sm" variant="default" disabled={term.trim() === '' || add.isPending} onClick={() => say('not')}>
          {words.add.not}
        </Button>
      </div>
      {add.error && <Problem error={add.error} />}
    </form>
  )
}

interface OwnTopicProps {
  topicId: string
  leaf: Leaf
  domains: readonly string[]
  choose: (label: string | undefined) => void
}

function OwnTopic({ topicId, leaf, domains, choose }: OwnTopicProps) {
  const [name, setName] = useState(leaf.label)
  const change = useChangeTopic()
  const remove = useRemoveTopic()
  const label = name.trim()
  return (
    <form
      className="taxonomy-add"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ topicId, body: { label } }, { onSuccess: () => choose(label) })
      }}
    >
      <TextInput
        label={words.topic.name}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.topic.move}
        value={leaf.branch}
        data={[...domains]}
        onChange={(event) => change.mutate({ topicId, body: { domain: event.currentTarget.value } })}
      />
      <div className="taxonomy-acts">
        <Button type="submit" size="sm" variant="default" disabled={label === '' || label === leaf.label}>
          {words.topic.rename}
        </Button>
        <Button
          size="sm"
          variant="subtle"
          color="brick"
          leftSection={<DeleteIcon size={16} />}
          onClick={() => remove.mutate({ topicId, label: leaf.label }, { onSuccess: () => choose(undefined) })}
        >
          {words.topic.remove}
        </Button>
      </div>
      {(change.error ?? remove.error) && <Problem error={change.error ?? remove.error ?? new Error()} />}
    </form>
  )
}
