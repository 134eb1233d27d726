/** What a session is connected with, as a picture or as a table. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { BackIcon } from '../../../../web/kit/icons.tsx'
import { ButtonLink } from '../../../../web/kit/link.tsx'
import { Page } from '../../../../web/kit/page.tsx'
import { SkeletonLines } from '../../../../web/kit/skeleton-lines.tsx'
import { useGraph, useJourneyNews, useSession } from '../queries.ts'
import { SessionProblem, useSessionId } from '../session/session.tsx'
import { words } from './words.ts'
import { NodeDetails } from './details.tsx'
import { Legend } from './legend.tsx'
import { GraphPicture } from './graph-picture.tsx'
import { EdgeTable } from './edge-table.tsx'
import { pictureOf, type Neighbourhood, type Picture } from './picture.ts'
import '../journey.css'
import './graph.css'

export function GraphPage() {
  const sessionId = useSessionId()
  const session = useSession(sessionId)
  const graph = useGraph(sessionId)
  const [isTable, setTable] = useState(false)
  useJourneyNews()
  const error = session.error ?? graph.error
  if (error) return <SessionProblem error={error} retry={() => void graph.refetch()} />
  return (
    <Page
      width="wide"
      title={words.title(session.data?.title ?? '…')}
      lead={words.lead}
      actions={
        <>
          <ButtonLink to={`/journey/sessions/${sessionId}`} variant="subtle" leftSection={<BackIcon size={16} />}>
            {words.back}
          </ButtonLink>
          <Button variant="default" onClick={() => setTable(!isTable)}>
            {isTable ? words.asPicture : words.asTable}
          </Button>
        </>
      }
    >
      {graph.data ? (
        <Around graph={graph.data} sessionId={sessionId} isTable={isTable} />
      ) : (
        <SkeletonLines lines={10} />
      )}
    </Page>
  )
}

interface AroundProps {
  graph: Neighbourhood & { isCut: boolean }
  sessionId: string
  isTable: boolean
}

function Around({ graph, sessionId, isTable }: AroundProps) {
  const picture = pictureOf(graph, sessionId, isTable ? Infinity : mostDrawn)
  if (!picture || picture.around.length === 0) return <p className="journey-notice">{words.empty}</p>
  return (
    <>
      {isTable ? <Table picture={picture} /> : <Connections picture={picture} />}
      {graph.isCut && <p className="quiet">{words.serverCut}</p>}
    </>
  )
}

const Table = ({ picture: { centre, around, edges } }: { picture: Picture }) => (
  <EdgeTable nodes={[centre, ...around]} edges={edges} centreId={centre.id} />
)

const mostDrawn = 40

function Connections({ picture }: { picture: Picture }) {
  const [selectedId, setSelectedId] = useState<string>()
  const selected = [picture.centre, ...picture.around].find(({ id }) => id === selectedId)
  return (
    <>
      {picture.around.length < picture.all && <p className="quiet">{words.cut(picture.around.length, picture.all)}</p>}
      <div className="journey-graph">
        <GraphPicture picture={picture} selectedId={selected?.id} select={setSelectedId} />
        <div className="journey-graph-side">
          <Legend picture={picture} />
          <NodeDetails picture={picture} selected={selected} select={setSelectedId} />
        </div>
      </div>
    </>
  )
}
