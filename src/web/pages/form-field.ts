/** What a form holds, and what the server has against it. */
import { RefusedError } from '#contract/problem'

/** The text of a form's field; empty when there is none. */
export function readField(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The server's refusals by the last part of their path: `body.email` stands under the field `email`. */
export function fieldErrorsOf(error: Error | null): Record<string, string | undefined> {
  if (!(error instanceof RefusedError)) return {}
  const errors = error.problem.errors ?? []
  return Object.fromEntries(errors.map(({ path, message }) => [path.split(/[./]/).at(-1) ?? path, message]))
}
