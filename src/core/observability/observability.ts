/**
 * What the person who runs Cairn can see of it: structured logs without secrets, metrics for Prometheus with
 * OpenTelemetry names, and health. It promises to leave passwords, tokens and people's words out.
 */
export { createLog, withLogContext, type Log } from './log.ts'
export type { CacheOutcome } from './cache-metrics.ts'
export { createMetrics, type Metrics } from './metrics.ts'
export { giveBackMemory } from './memory.ts'
export { createHealth, type Health, type HealthCheck } from './components.ts'
export { healthHandlers, type Readiness } from './health.ts'
