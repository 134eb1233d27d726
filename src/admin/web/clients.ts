/** Typed clients of what only administrators ask for. */
import { createClient } from '#contract/client'
import { peopleApi } from '#core/auth/contract'
import { healthApi } from '#core/observability/contract'
import { send } from '../../web/data/send.ts'
import { adminApi } from '../contract.ts'

export const admin = createClient(adminApi, send)
export const health = createClient(healthApi, send)
export const people = createClient(peopleApi, send)
