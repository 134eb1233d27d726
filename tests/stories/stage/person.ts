/** Somebody in front of Cairn: a window to look at, and a client of the api for what a story takes as given. */
import { createClient, type Send } from '#contract/client'
import type { Api, Client } from '#contract/endpoint'
import { SignedIn } from '#core/auth/contract'
import type { Window } from './browser.ts'
import type { Server } from './server.ts'

export interface Person extends Window {
  readonly name: string
  readonly email: string
  /** Opens a page of Cairn in the first tab. */
  open(path: string): Promise<void>
  client<A extends Api>(api: A): Client<A>
}

export const password = 'a letter to my sister'

interface Entering {
  server: Server
  name: string
  door: 'first-administrator' | 'register' | 'sign-in'
}

/** Comes in by the api, which leaves the cookie in the window, and opens the home page. */
export async function enter(window: Window, { server, name, door }: Entering): Promise<Person> {
  const email = `${name.toLowerCase()}@example.org`
  const token = server.firstLink.split('token=')[1]
  const reply = await window.context.request.post(`${server.address}/api/v1/account/${door}`, {
    data: { email, password, ...(door !== 'sign-in' && { name }), ...(door === 'first-administrator' && { token }) },
  })
  const { accessToken } = SignedIn.parse(await reply.json())
  const send: Send = (url, init) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${accessToken}`)
    return fetch(`${server.address}${url}`, { ...init, headers })
  }
  const person: Person = {
    ...window,
    name,
    email,
    open: async (path) => void (await window.page.goto(`${server.address}${path}`)),
    client: (api) => createClient(api, send),
  }
  await person.open('/')
  await window.page.getByRole('button', { name: `Account of ${name}` }).waitFor()
  return person
}
