/** A browser of the tests: keeps the cookies it is given and sends them back. */
import { createClient, type Send } from '#contract/client'
import { accountApi } from '#core/auth/contract'
import type { World } from './world.ts'

export interface Browser {
  send: Send
  account: ReturnType<typeof createClient<typeof accountApi>>
  cookies: Map<string, string>
  /** The `set-cookie` lines so far, as they came. */
  given: string[]
}

/** With `cookies` of another browser it begins as its copy, like a second tab that is late. */
export function openBrowser({ send }: Pick<World, 'send'>, { headers = {}, cookies = new Map<string, string>() } = {}) {
  const browser: Browser = {
    cookies: new Map(cookies),
    given: [],
    async send(url, init) {
      const all = new Headers({ ...headers, ...Object.fromEntries(new Headers(init.headers)) })
      if (browser.cookies.size > 0) all.set('cookie', [...browser.cookies].map((pair) => pair.join('=')).join('; '))
      const reply = await send(url, { ...init, headers: all })
      for (const line of reply.headers.getSetCookie()) take(browser, line)
      return reply
    },
    account: createClient(accountApi, (url, init) => browser.send(url, init)),
  }
  return browser
}

function take({ cookies, given }: Browser, line: string) {
  given.push(line)
  const [pair = ''] = line.split(';')
  const [name = '', value = ''] = pair.split(/=(.*)/)
  if (value === '') cookies.delete(name)
  else cookies.set(name, value)
}
