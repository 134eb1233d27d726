import { RefusedError } from '#contract/problem'

/** The refusal that a call ends in. Throws when it was answered, or failed otherwise. */
export async function refusalOf(call: Promise<unknown>): Promise<RefusedError> {
  const error: unknown = await call.then(
    () => new Error('It was not refused'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof RefusedError) return error
  throw error
}
