/** The keys of programs: what each may do, and its end. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Key } from '#core/auth/contract'
import { keysQuery, refetchAccount, scopesQuery } from '../../data/account.ts'
import { account } from '../../data/clients.ts'
import { Confirm } from '../../kit/confirm.tsx'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton-lines.tsx'
import { tell } from '../../kit/undo-toast.tsx'
import { When } from '../../kit/when.tsx'
import { NewKey } from './new-key.tsx'
import { describeScopes } from './scopes.ts'
import { keyWords } from './words.ts'

export function Keys() {
  const { data: keys, error, refetch, dataUpdatedAt } = useQuery(keysQuery)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!keys) return <SkeletonLines lines={3} />
  return (
    <div className="settings-form">
      {keys.length === 0 && <p className="quiet">{keyWords.none}</p>}
      <ul className="entries">
        {keys.map((key) => (
          <KeyEntry key={key.id} entry={key} now={dataUpdatedAt} />
        ))}
      </ul>
      <NewKey />
    </div>
  )
}

function KeyEntry({ entry, now }: { entry: Key; now: number }) {
  const [isAsking, setIsAsking] = useState(false)
  const { id, name } = entry
  const end = async () => {
    await account.endKey({ keyId: id })
    tell(keyWords.ended(name))
    await refetchAccount()
  }
  return (
    <li className="entry">
      <div className="entry-about">
        <p className="entry-title">{name}</p>
        <KeyTimes entry={entry} now={now} />
        <KeyScopes scopes={entry.scopes} />
      </div>
      <Button size="sm" variant="default" aria-label={keyWords.endOf(name)} onClick={() => setIsAsking(true)}>
        {keyWords.end}
      </Button>
      <Confirm
        isOpen={isAsking}
        title={keyWords.endTitle(name)}
        text={keyWords.endText}
        label={keyWords.endKey}
        act={end}
        onClose={() => setIsAsking(false)}
      />
    </li>
  )
}

function KeyTimes({ entry: { lastUsedAt, expiresAt }, now }: { entry: Key; now: number }) {
  const isOver = expiresAt !== null && expiresAt <= now
  return (
    <p className="quiet">
      {lastUsedAt === null ? (
        keyWords.unused
      ) : (
        <>
          {keyWords.lastUsed} <When at={lastUsedAt} />
        </>
      )}
      {', '}
      {expiresAt === null ? (
        keyWords.endless
      ) : (
        <>
          {isOver ? keyWords.expired : keyWords.expires} <When at={expiresAt} style="date" />
        </>
      )}
    </p>
  )
}

function KeyScopes({ scopes }: { scopes: readonly string[] }) {
  const { data: nouns } = useQuery(scopesQuery)
  if (!nouns) return <SkeletonLines lines={1} />
  return (
    <ul className="key-scopes">
      {describeScopes(scopes, nouns).map(({ noun, about, may }) => (
        <li key={noun}>
          {about}: <strong>{keyWords.may[may]}</strong>
        </li>
      ))}
    </ul>
  )
}
