/** Links for somebody a person trusts: made, listed, ended. */
import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { day, hour } from '#std/duration'
import { CopyField } from '../../../../web/kit/copy-field.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { tell } from '../../../../web/kit/undo-toast.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { kitWords } from '../../../../web/words.ts'
import type { Share } from '../../contract.ts'
import { journey } from '../client.ts'
import { dayInWords } from '../patterns/day-words.ts'
import { refetchShares, sharesQuery } from './queries.ts'
import { reportWords } from './words.ts'

const words = reportWords.shares
const lifetimes: Record<keyof typeof words.lifetimes, number> = { hour, day, fortnight: 14 * day, quarter: 90 * day }

type Terms = NonNullable<Parameters<typeof journey.shareSession>[0]['body']>

interface ShareDialogProps {
  isOpen: boolean
  /** What can be read with the link, and until when, in a sentence. */
  text: string
  make: (terms: Terms) => Promise<{ secret: string }>
  onClose: () => void
}

export function ShareDialog({ isOpen, onClose, ...form }: ShareDialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': kitWords.close }}
      centered
    >
      {isOpen && <ShareForm {...form} onClose={onClose} />}
    </Modal>
  )
}

function ShareForm({ text, make: makeLink, onClose }: Omit<ShareDialogProps, 'isOpen'>) {
  const [label, setLabel] = useState('')
  const [hidesNames, setHidesNames] = useState(false)
  const [lifetime, setLifetime] = useState(lifetimes.fortnight)
  const make = useMutation({
    mutationFn: () => makeLink({ label, hidesNames, lifetime }),
    onSuccess: refetchShares,
  })
  if (make.data) {
    return (
      <div className="dialog">
        <CopyField label={words.link} value={`${window.location.origin}/shared/journey#token=${make.data.secret}`} />
        <Button onClick={onClose}>{words.done}</Button>
      </div>
    )
  }
  return (
    <div className="dialog">
      <p>{text}</p>
      <TextInput label={words.label} value={label} maxLength={100} onChange={(event) => setLabel(event.target.value)} />
      <NativeSelect
        label={words.lifetime}
        value={String(lifetime)}
        data={Object.entries(words.lifetimes).map(([name, text]) => ({ value: String(lengthOf(name)), label: text }))}
        onChange={(event) => setLifetime(Number(event.target.value))}
      />
      <Checkbox
        label={words.hidesNames}
        checked={hidesNames}
        onChange={(event) => setHidesNames(event.target.checked)}
      />
      {make.error && <Problem error={make.error} />}
      <div className="dialog-actions">
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {words.make}
        </Button>
      </div>
    </div>
  )
}

const lengthOf = (name: string) => Object.entries(lifetimes).find(([known]) => known === name)?.[1] ?? day

export function Shares() {
  const { data } = useQuery(sharesQuery)
  if (!data || data.length === 0) return null
  return (
    <section className="journey-report-chapter">
      <h2>{words.mine}</h2>
      <ul className="journey-shares">
        {data.map((share) => (
          <ShareRow key={share.id} share={share} />
        ))}
      </ul>
    </section>
  )
}

function ShareRow({ share }: { share: Share }) {
  const end = useMutation({
    mutationFn: () => journey.revokeShare({ shareId: share.id }),
    onSuccess: () => tell(words.revoked),
    onSettled: refetchShares,
  })
  return (
    <li>
      <strong>{share.label || words.unnamed}</strong>
      <span>
        {share.kind === 'session'
          ? words.session(dayInWords(share.from))
          : `${dayInWords(share.from)} – ${dayInWords(share.to)}`}
        , {words.expires} <When at={share.expiresAt} style="date" />
      </span>
      <span className="quiet">
        {share.openedAt === null ? (
          words.neverOpened
        ) : (
          <>
            {words.opened} <When at={share.openedAt} />
          </>
        )}
      </span>
      <Button variant="default" size="sm" loading={end.isPending} onClick={() => end.mutate()}>
        {words.revoke}
      </Button>
    </li>
  )
}
