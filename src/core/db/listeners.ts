/** Who wants to hear of something. A listener that breaks stops neither the teller nor the others. */
import type { Log } from '#core/observability'

export function createListeners<News>(log: Pick<Log, 'error'>) {
  const listeners = new Set<(news: News) => void>()
  return {
    add(listener: (news: News) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell(news: News) {
      for (const listener of listeners) {
        try {
          listener(news)
        } catch (error) {
          log.error({ err: error }, 'a listener of commits failed')
        }
      }
    },
  }
}
