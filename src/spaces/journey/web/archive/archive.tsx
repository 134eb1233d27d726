/** Reflections as a whole: taken along, brought back, let go. */
import { useLive } from '../../../../web/data/live.ts'
import { Page } from '../../../../web/kit/page.tsx'
import { jobsTopic } from '#core/jobs/contract'
import { EraseByDays } from './erase-by-days.tsx'
import { Export } from './export.tsx'
import { Import } from './import.tsx'
import { refetchArchive } from './queries.ts'
import { archiveWords as words } from './words.ts'
import './archive.css'

export function ArchivePage() {
  useLive(jobsTopic, (frame) => {
    if (frame.type === 'event') void refetchArchive()
  })
  return (
    <Page title={words.title} lead={words.lead}>
      <section className="journey-archive">
        <h2>{words.export.title}</h2>
        <Export />
      </section>
      <section className="journey-archive">
        <h2>{words.import.title}</h2>
        <Import />
      </section>
      <section className="journey-archive">
        <h2>{words.erase.title}</h2>
        <EraseByDays />
      </section>
    </Page>
  )
}
