/** The commands of the core, in the order of the help. */
import type { CliCommand } from './command.ts'
import { config } from './config.ts'
import { doctor } from './doctor.ts'
import { migrate } from './migrate.ts'
import { rebuild } from './rebuild.ts'
import { serve } from './serve.ts'
import { user } from './user.ts'

export const commands: readonly CliCommand[] = [serve, migrate, rebuild, doctor, user, config]
