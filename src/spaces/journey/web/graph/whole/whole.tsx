/** The graph as a whole: a picture to walk in, filtered by kind and time, or the same as a table. */
import { Button, useComputedColorScheme } from '@mantine/core'
import { useState } from 'react'
import { WriteIcon } from '../../../../../web/kit/icons.tsx'
import { EmptyState } from '../../../../../web/kit/empty-state.tsx'
import { ButtonLink } from '../../../../../web/kit/link.tsx'
import { Page } from '../../../../../web/kit/page.tsx'
import { Problem } from '../../../../../web/kit/problem.tsx'
import { SkeletonLines } from '../../../../../web/kit/skeleton-lines.tsx'
import { PathPicture } from '../../sessions/path-picture.tsx'
import { EdgeTable } from '../edge-table.tsx'
import { words } from '../words.ts'
import { askedAtFirst, type Asked } from './asked.ts'
import { canDraw, GraphCanvas } from './canvas.tsx'
import { Filters, NodeSearch } from './filters.tsx'
import type { Drawing } from './figure.ts'
import { NodePanel } from './node-panel.tsx'
import { useWholeGraph } from './queries.ts'
import '../../journey.css'
import '../../kinds/kinds.css'
import '../graph.css'
import './whole.css'

export function WholeGraphPage() {
  const [asked, ask] = useState<Asked>(askedAtFirst)
  const [isDrawable] = useState(canDraw)
  const [isTable, setTable] = useState(!isDrawable)
  const { data, error, refetch } = useWholeGraph(asked)
  if (data?.days === null) return <NothingYet />
  return (
    <Page
      width="wide"
      title={words.whole.title}
      lead={words.whole.lead}
      actions={isDrawable && <Turn isTable={isTable} turn={() => setTable(!isTable)} />}
    >
      {!isDrawable && <p className="journey-notice">{words.whole.noGraphics}</p>}
      <Filters asked={asked} ask={ask} days={data?.days ?? null} />
      {error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Shown drawing={data} asked={asked} isTable={isTable} />
      )}
    </Page>
  )
}

function Turn({ isTable, turn }: { isTable: boolean; turn: () => void }) {
  return (
    <Button variant="default" onClick={turn}>
      {isTable ? words.asPicture : words.asTable}
    </Button>
  )
}

interface ShownProps {
  drawing: (Drawing & { isCut: boolean }) | undefined
  asked: Asked
  isTable: boolean
}

function Shown({ drawing, asked, isTable }: ShownProps) {
  const [selectedId, select] = useState<string>()
  const scheme = useComputedColorScheme()
  if (!drawing) return <SkeletonLines lines={10} />
  if (drawing.nodes.length === 0) return <p className="journey-notice">{words.whole.none}</p>
  if (isTable) return <EdgeTable nodes={drawing.nodes} edges={drawing.edges} />
  return (
    <>
      <div className="journey-graph">
        <GraphCanvas key={scheme} drawing={drawing} selectedId={selectedId} select={select} />
        <div className="journey-graph-side">
          <NodeSearch nodes={drawing.nodes} select={select} />
          <NodePanel asked={asked} selectedId={selectedId} select={select} />
        </div>
      </div>
      {drawing.isCut && <p className="quiet">{words.whole.cut}</p>}
    </>
  )
}

function NothingYet() {
  return (
    <Page title={words.whole.title}>
      <EmptyState
        picture={<PathPicture />}
        title={words.whole.empty}
        text={words.whole.emptyText}
        action={
          <ButtonLink to="/journey/write" leftSection={<WriteIcon size={18} />}>
            {words.whole.write}
          </ButtonLink>
        }
      />
    </Page>
  )
}
