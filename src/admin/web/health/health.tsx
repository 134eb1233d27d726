/** Health: each part with its words, and how far each consumer of the log is. */
import { useQuery } from '@tanstack/react-query'
import { describeAgo } from '../../../web/kit/ago.ts'
import { Problem } from '../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../web/kit/skeleton-lines.tsx'
import { When } from '../../../web/kit/when.tsx'
import type { Consumer } from '../../contract.ts'
import { AdminPage, Section } from '../frame.tsx'
import { consumersQuery, healthQuery } from '../queries.ts'
import { Cell, Row, Table } from '../table.tsx'
import { words } from '../words.ts'
import { HealthState } from './health-state.tsx'

const { health: texts } = words

export function HealthPage() {
  const { data } = useQuery(healthQuery)
  return (
    <AdminPage title={words.pages.health} lead={texts.lead}>
      {data && (
        <p className="admin-verdict" data-status={data.status} role="status">
          <HealthState status={data.status} word={texts.all[data.status]} />
        </p>
      )}
      <Section title={texts.parts}>
        <Parts />
      </Section>
      <Section title={texts.consumers} text={texts.consumersText}>
        <Consumers />
      </Section>
    </AdminPage>
  )
}

const partColumns = {
  part: { label: texts.columns.part },
  state: { label: texts.columns.state },
  detail: { label: texts.columns.detail },
  since: { label: texts.columns.since },
  latency: { label: texts.columns.latency, kind: 'figure' },
} as const

function Parts() {
  const { data, error, refetch, dataUpdatedAt } = useQuery(healthQuery)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={7} />
  return (
    <Table label={texts.parts} columns={Object.values(partColumns)}>
      {data.components.map(({ name, status, detail, since, latency, isRequired }) => (
        <Row
          key={name}
          head={
            <>
              <span className="admin-name">{texts.names[name] ?? name}</span>
              {isRequired && <span className="quiet">{texts.required}</span>}
            </>
          }
        >
          <Cell column={partColumns.state}>
            <HealthState status={status} />
          </Cell>
          <Cell column={partColumns.detail}>{detail || <span data-none>{texts.nothing}</span>}</Cell>
          <Cell column={partColumns.since}>
            <time dateTime={new Date(since).toISOString()}>{describeAgo(since, dataUpdatedAt)}</time>
          </Cell>
          <Cell column={partColumns.latency}>{texts.milliseconds(latency)}</Cell>
        </Row>
      ))}
    </Table>
  )
}

const consumerColumns = {
  name: { label: texts.consumerColumns.name },
  state: { label: texts.consumerColumns.state },
  error: { label: texts.consumerColumns.error, kind: 'prose' },
  lag: { label: texts.consumerColumns.lag, kind: 'figure' },
} as const

function Consumers() {
  const { data, error, refetch } = useQuery(consumersQuery)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={4} />
  if (data.items.length === 0) return <p className="quiet">{texts.noConsumers}</p>
  return (
    <Table label={texts.consumers} columns={Object.values(consumerColumns)}>
      {data.items.map((consumer) => (
        <Row key={consumer.name} head={<span className="admin-name">{consumer.name}</span>}>
          <Cell column={consumerColumns.state}>
            <ConsumerState consumer={consumer} />
          </Cell>
          <Cell column={consumerColumns.error}>
            <ConsumerFault consumer={consumer} />
          </Cell>
          <Cell column={consumerColumns.lag}>{texts.lag(consumer.lag)}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function ConsumerState({ consumer: { failures, lag } }: { consumer: Consumer }) {
  if (failures > 0) return <HealthState status="down" word={texts.fails} />
  return <HealthState status="up" word={lag === 0 ? texts.keepsUp : texts.catchesUp} />
}

function ConsumerFault({ consumer: { failures, error, retryAt } }: { consumer: Consumer }) {
  if (failures === 0) return <span data-none>{texts.noFault}</span>
  return (
    <>
      <span className="admin-error">{error}</span>
      <span className="quiet">
        {texts.failures(failures)}
        {retryAt !== null && (
          <>
            . {texts.triesAgain} <When at={retryAt} />
          </>
        )}
      </span>
    </>
  )
}
