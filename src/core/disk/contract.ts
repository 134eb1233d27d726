/** The refusal of what there is no room for. */
import { defineProblem } from '#contract/problem'

export const noRoom = defineProblem({ name: 'disk/no-room', status: 507, title: 'There is no room on the disk' })
