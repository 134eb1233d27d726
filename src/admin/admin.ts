/**
 * Administration, for the person who runs Cairn: how it is set up, and how far the consumers of its log are. People,
 * jobs, health and settings come from the modules of the core that own them; no space is known here.
 */
import type { Handlers } from '#contract/endpoint'
import type { Caller } from '#core/auth'
import type { Explained } from '#core/config'
import type { Visit } from '#core/http'
import type { Core } from '../core/core.ts'
import type { adminApi } from './contract.ts'

interface Context extends Pick<Core, 'events' | 'settings'> {
  /** The settings of this start, secrets left out. */
  explained: readonly Explained[]
}

export const adminHandlers: Handlers<typeof adminApi, Context, Caller, Visit> = {
  async getConfiguration({ explained, settings }) {
    return { start: [...explained], installation: await settings.explainInstallation() }
  },
  async listConsumers({ events }) {
    const standings = await events.consumers()
    const items = standings.map(({ name, lag, failures, error, retryAt }) => ({
      ...{ name, lag, failures, error },
      retryAt: failures === 0 ? null : retryAt,
    }))
    return { items }
  },
}
