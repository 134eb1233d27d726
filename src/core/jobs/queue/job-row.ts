/** A job as a row, and what the functions of the queue need. */
import type { Selectable } from 'kysely'
import type { JobsNeeds } from '../definition.ts'
import type { Registry } from '../registry.ts'
import type { JobsTables } from '../schema.ts'
import type { Turns } from './turns.ts'

export type JobRow = Selectable<JobsTables['jobs']>
export type JobsContext = JobsNeeds & { registry: Registry; turns: Turns }

/** States in which a job has not ended. */
export const openStates = ['queued', 'running', 'waiting'] as const
export const isOpen = ({ state }: Pick<JobRow, 'state'>) => openStates.some((open) => open === state)
