/** Jobs of everybody: how each kind stands, and what stopped for good. */
import { AdminPage, Section } from '../frame.tsx'
import { words } from '../words.ts'
import { DeadJobs } from './dead-jobs.tsx'
import { Queue } from './queue.tsx'

const { jobs: texts } = words

export function JobsPage() {
  return (
    <AdminPage title={words.pages.jobs} lead={texts.lead}>
      <Section title={texts.dead}>
        <DeadJobs />
      </Section>
      <Section title={texts.table}>
        <Queue />
      </Section>
    </AdminPage>
  )
}
