/** The part of an address behind `?`: plain words, so that `?q=42` stays the text "42". */

/** Where to go after signing in. */
export interface Next {
  next?: string
}

export const readSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

/** Leaves out what is empty. */
export function writeSearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

/** Follows only paths of this page: a link to another site must not look like a sign-in to Cairn. */
export function readNext({ next }: Record<string, unknown>): Next {
  if (typeof next !== 'string' || !next.startsWith('/')) return {}
  return URL.parse(next, anyOrigin)?.origin === anyOrigin ? { next } : {}
}

/** Stands for this page's origin; what leaves it leaves the page. */
const anyOrigin = 'http://cairn.invalid'
