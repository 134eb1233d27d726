/** The activity tray: what is running now, wherever it was started. */
import { Indicator, Popover, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useRunningJobs } from '../data/jobs.ts'
import { ActivityIcon } from '../kit/icons.tsx'
import { JobCard } from '../kit/job-card.tsx'
import { TextLink } from '../kit/link.tsx'
import { trayWords } from '../words.ts'

export function Tray() {
  const [isOpen, setIsOpen] = useState(false)
  const jobs = useRunningJobs()
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={380} offset={8} trapFocus>
      <Popover.Target>
        <UnstyledButton
          className="tool"
          data-busy={jobs.length > 0}
          aria-label={trayWords.open(jobs.length)}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Indicator label={jobs.length} disabled={jobs.length === 0} size={18} offset={-2} color="moss" aria-hidden>
            <ActivityIcon size={22} />
          </Indicator>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="tray" aria-label={trayWords.title}>
        <h2 className="section-title">{trayWords.title}</h2>
        {jobs.length === 0 && <p className="tray-empty">{trayWords.empty}</p>}
        {jobs.map((job) => (
          <JobCard key={job.id} job={job} compact />
        ))}
        <TextLink to="/activity" onClick={() => setIsOpen(false)}>
          {trayWords.all}
        </TextLink>
      </Popover.Dropdown>
    </Popover>
  )
}
