/** Liveness is the process; readiness is whether it may take traffic. */
import { notReady, Problem } from '#contract/problem'

export interface Readiness {
  isReady: boolean
}

export function healthHandlers(readiness: Readiness) {
  return {
    getLiveness: async () => ({ status: 'up' as const }),
    async getReadiness() {
      if (!readiness.isReady) throw new Problem(notReady, 'Cairn is starting or stopping. Try again in a moment.')
      return { status: 'up' as const }
    },
  }
}
