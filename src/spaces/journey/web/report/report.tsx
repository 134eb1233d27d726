/** The report of a span of time: chosen, read, printed, taken along, shared. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSignedIn } from '../../../../web/data/signed-in.ts'
import { Page } from '../../../../web/kit/page.tsx'
import { Problem } from '../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import { describeProblem } from '../../../../web/kit/problem.tsx'
import { tell } from '../../../../web/kit/undo-toast.tsx'
import type { Report } from '../../contract.ts'
import { journey } from '../client.ts'
import { reportQuery } from './queries.ts'
import { Reflection } from './reflection.tsx'
import { ShareDialog, Shares } from './shares.tsx'
import { spanOf, type DaySpan, type SpanName } from './spans.ts'
import { ReportView } from './view.tsx'
import { reportWords as words } from './words.ts'

export function ReportPage() {
  const [span, setSpan] = useState(() => spanOf('quarter', new Date()))
  const { data, error, refetch } = useQuery(reportQuery(span))
  const { person } = useSignedIn()
  return (
    <Page title={words.title} lead={<Lead name={person.name} />}>
      <div className="journey-report-screen">
        <SpanChoice span={span} choose={setSpan} />
      </div>
      {error && <Problem error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && data.sessions === 0 && <p>{words.nothing}</p>}
      {data && data.sessions > 0 && (
        <>
          <Tools report={data} />
          <ReportView
            report={data}
            name={person.name}
            reflection={<Reflection key={`${span.from} ${span.to}`} report={data} />}
          />
        </>
      )}
      <div className="journey-report-screen">
        <Shares />
      </div>
    </Page>
  )
}

/** On paper a report says whose it is. */
const Lead = ({ name }: { name: string }) => (
  <>
    <span className="journey-report-screen">{words.lead}</span>
    <span className="journey-report-paper">{name}</span>
  </>
)

const names: readonly SpanName[] = ['month', 'quarter', 'half']
const isName = (value: string): value is SpanName => names.some((name) => name === value)

function SpanChoice({ span, choose }: { span: DaySpan; choose: (span: DaySpan) => void }) {
  const [name, setName] = useState('quarter')
  return (
    <div className="journey-report-dates">
      <NativeSelect
        label={words.choose}
        value={name}
        data={Object.entries(words.spans).map(([value, label]) => ({ value, label }))}
        onChange={({ target: { value } }) => {
          setName(value)
          if (isName(value)) choose(spanOf(value, new Date()))
        }}
      />
      {name === 'own' &&
        (['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            label={words[end]}
            value={span[end]}
            onChange={({ target: { value } }) => {
              if (value !== '') choose({ ...span, [end]: value })
            }}
          />
        ))}
    </div>
  )
}

function Tools({ report }: { report: Report }) {
  const [isSharing, setSharing] = useState(false)
  const { from, to } = report
  const name = `report ${from} ${to}`
  return (
    <div className="journey-report-tools journey-report-screen">
      <Button onClick={() => window.print()}>{words.print}</Button>
      <Button variant="default" onClick={() => void saveMarkdown({ from, to }, `${name}.md`)}>
        {words.markdown}
      </Button>
      <Button variant="default" onClick={() => saveText(JSON.stringify(report, null, 2), `${name}.json`)}>
        {words.json}
      </Button>
      <Button variant="default" onClick={() => setSharing(true)}>
        {words.share}
      </Button>
      <ShareDialog
        isOpen={isSharing}
        text={words.shares.ofReport}
        make={(terms) => journey.shareReport({ body: { from, to, ...terms } })}
        onClose={() => setSharing(false)}
      />
    </div>
  )
}

async function saveMarkdown(span: DaySpan, name: string) {
  try {
    const { markdown } = await journey.getReport({ query: { ...span, format: 'markdown' } })
    saveText(markdown ?? '', name)
  } catch (error) {
    if (error instanceof Error) tell(describeProblem(error).detail)
  }
}

function saveText(text: string, name: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  URL.revokeObjectURL(address)
}
