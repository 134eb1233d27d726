/** Liveness is the process; readiness is whether it may take traffic; health is how each part fares. */
import { notReady, Problem } from '#contract/problem'
import { worstOf, type Health } from './components.ts'
import { unhealthy } from './contract.ts'

export interface Readiness {
  isReady: boolean
}

interface Needs {
  readiness: Readiness
  disk: { isLow(): boolean }
  health: Health
}

export function healthHandlers({ readiness, disk, health }: Needs) {
  return {
    getLiveness: async () => ({ status: 'up' as const }),
    /** `degraded` when the disk is low and writes are refused. */
    async getReadiness() {
      if (!readiness.isReady) throw new Problem(notReady, 'Cairn is starting or stopping. Try again in a moment.')
      return { status: disk.isLow() ? ('degraded' as const) : ('up' as const) }
    },
    async getHealth() {
      const components = await health.read()
      const status = worstOf(components)
      if (status === 'down') throw new Problem(unhealthy, 'A part that Cairn cannot do without is down.')
      return { status, components: components.map(({ name, status: own }) => ({ name, status: own })) }
    },
    async getHealthDetails() {
      const components = await health.read()
      return { status: worstOf(components), components: [...components] }
    },
  }
}
