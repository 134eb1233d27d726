/**
 * The stage of a file of stories: a server of its own, one browser, and the people who come in. Whatever a page
 * complains about in the console fails the story, unless the story provokes it.
 */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openBrowser, openWindow, type Window } from './browser.ts'
import { enter, type Person } from './person.ts'
import { startServer, type Server, type ServerProcess } from './server.ts'

export interface Stage<S extends Server> {
  readonly server: S
  /** A window where nobody is signed in yet. */
  visit(device?: BrowserContextOptions): Promise<Window>
  /** Somebody on their home page. The first to come is the administrator; who comes again signs in. */
  enter(name: string, device?: BrowserContextOptions): Promise<Person>
}

export function setStage(): Stage<ServerProcess>
export function setStage<S extends Server>(start: () => Promise<S>, flags?: readonly string[]): Stage<S>
export function setStage(start: () => Promise<Server> = startServer, flags: readonly string[] = []): Stage<Server> {
  let set: { server: Server; browser: Browser } | undefined
  const windows: Window[] = []
  const known = new Set<string>()
  const use = () => {
    if (!set) throw new Error('The stage is not set yet')
    return set
  }
  const visit = async (device?: BrowserContextOptions) => {
    const window = await openWindow(use().browser, device)
    windows.push(window)
    return window
  }

  beforeAll(async () => {
    const [server, browser] = await Promise.all([start(), openBrowser(flags)])
    set = { server, browser }
  })
  afterEach(async () => {
    const left = windows.splice(0)
    await Promise.all(left.map(({ context }) => context.close()))
    expect(left.flatMap(({ complaints }) => complaints)).toEqual([])
  })
  afterAll(async () => {
    await Promise.all([set?.browser.close(), set?.server.stop()])
  })

  return {
    get server() {
      return use().server
    },
    visit,
    async enter(name, device) {
      const door = known.has(name) ? 'sign-in' : known.size === 0 ? 'first-administrator' : 'register'
      known.add(name)
      return enter(await visit(device), { server: use().server, name, door })
    },
  }
}
