/** Everything that can be asked of Cairn at the machine it runs on, by the command line. */
import type { ControlCommand } from '#core/control'
import { checkCommand } from './check.ts'
import type { Controlled } from './controlled.ts'
import { rebuildCommand } from './rebuild.ts'
import { userCommands } from './user.ts'

export const controlCommands = (controlled: Controlled): readonly ControlCommand[] => [
  rebuildCommand(controlled.core),
  checkCommand(controlled.core),
  ...userCommands(controlled),
]
