/** What holds for the whole installation: what can be changed here, and what was read at the start. */
import { useQuery } from '@tanstack/react-query'
import { LockIcon } from '../../../web/kit/icons.tsx'
import { Problem } from '../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../web/kit/skeleton-lines.tsx'
import type { StartSetting } from '../../contract.ts'
import { AdminPage, Section } from '../frame.tsx'
import { configurationQuery } from '../queries.ts'
import { Cell, Row, Table } from '../table.tsx'
import { words } from '../words.ts'
import { InstallationSettings } from './installation-settings.tsx'
import { describeOrigin } from './origin.ts'

const { settings: texts } = words

export function AdminSettingsPage() {
  return (
    <AdminPage title={words.pages.settings} lead={texts.lead}>
      <Section title={texts.live} text={texts.liveText}>
        <InstallationSettings />
      </Section>
      <Section title={texts.start} text={texts.startText}>
        <StartSettings />
      </Section>
    </AdminPage>
  )
}

const columns = {
  name: { label: texts.columns.name },
  value: { label: texts.columns.value },
  origin: { label: texts.columns.origin },
  about: { label: texts.columns.about, kind: 'prose' },
} as const

function StartSettings() {
  const { data, error, refetch } = useQuery(configurationQuery)
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={8} />
  return (
    <Table label={texts.start} columns={Object.values(columns)}>
      {data.start.map((setting) => (
        <Row key={setting.name} head={<code className="admin-code">{setting.name}</code>}>
          <Cell column={columns.value}>
            <Value value={setting.value} />
          </Cell>
          <Cell column={columns.origin}>
            <Origin setting={setting} />
          </Cell>
          <Cell column={columns.about}>
            {setting.about}
            <span className="quiet">
              {texts.names}{' '}
              {setting.names.map((name) => (
                <code key={name} className="admin-code">
                  {name}
                </code>
              ))}
            </span>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function Value({ value }: { value: string }) {
  if (value === '') return <span className="quiet">{texts.empty}</span>
  if (value !== '(set)') return <code className="admin-value">{value}</code>
  return (
    <span className="admin-state">
      <LockIcon size={18} />
      {texts.secret}
    </span>
  )
}

function Origin({ setting: { origin } }: { setting: StartSetting }) {
  return <span className={origin === 'default' ? 'quiet' : 'admin-set'}>{describeOrigin(origin)}</span>
}
