/** How each part of Cairn is, by checks that the parts declare. Asked often, they are run seldom. */
import { second } from '#std/duration'

export type HealthStatus = 'up' | 'degraded' | 'down'

export interface HealthCheck {
  name: string
  /** Without it nothing works: the installation as a whole is down. */
  isRequired: boolean
  /** What it throws counts as down. `detail` is for administrators alone. */
  check(): Promise<{ status: HealthStatus; detail?: string }>
}

export interface ComponentHealth {
  name: string
  isRequired: boolean
  status: HealthStatus
  /** Milliseconds that the check took. */
  latency: number
  detail: string
  /** Since when the status is this one, as far as this process knows. */
  since: number
}

export interface Health {
  add(check: HealthCheck): void
  /** Every component, as of a few seconds ago at most. */
  read(): Promise<readonly ComponentHealth[]>
}

const longestCheck = 2 * second
const freshFor = 5 * second

export function createHealth({ now }: { now: () => number }): Health {
  const checks: HealthCheck[] = []
  const known = new Map<string, ComponentHealth>()
  let latest: Promise<readonly ComponentHealth[]> | undefined
  let freshUntil = 0

  async function look() {
    const components = await Promise.all(checks.map((check) => examine(check, known.get(check.name), now)))
    for (const component of components) known.set(component.name, component)
    return components
  }
  return {
    add: (check) => void checks.push(check),
    // Many who ask at once share one look.
    read() {
      if (latest && now() < freshUntil) return latest
      freshUntil = now() + freshFor
      return (latest = look())
    },
  }
}

/** Down when something required is, degraded when anything is not as it should be. */
export function worstOf(components: readonly ComponentHealth[]): HealthStatus {
  if (components.some(({ isRequired, status }) => isRequired && status === 'down')) return 'down'
  return components.every(({ status }) => status === 'up') ? 'up' : 'degraded'
}

async function examine(
  { name, isRequired, check }: HealthCheck,
  before: ComponentHealth | undefined,
  now: () => number,
): Promise<ComponentHealth> {
  const started = performance.now()
  const { status, detail = '' } = await withinTime(check).catch((error: unknown) => ({
    status: 'down' as const,
    detail: error instanceof Error ? error.message : String(error),
  }))
  const since = before?.status === status ? before.since : now()
  return { name, isRequired, status, latency: Math.round(performance.now() - started), detail, since }
}

async function withinTime(check: HealthCheck['check']) {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    reject(new Error(`It did not answer in ${longestCheck / second} seconds`))
  }, longestCheck)
  try {
    return await Promise.race([check(), late])
  } finally {
    clearTimeout(timer)
  }
}
