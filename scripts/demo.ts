/**
 * `npm run demo`: Cairn with sample content in it to look around, in a data folder of its own and for this machine
 * alone. It is the product as people run it; what it is told goes through the api, as anybody would tell it.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createClient, type Send } from '#contract/client'
import { accountApi } from '#core/auth/contract'
import { sampleApi } from '#core/sample/contract'
import { root } from './test/command.ts'

const person = { name: 'Noor', email: 'demo@example.org', password: 'a walk around the lake' }

const flags = ['--data', join(root, 'data', 'demo'), '--host', '127.0.0.1', ...process.argv.slice(2)]
const server = spawn('sh', ['scripts/serve.sh', ...flags], { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))

for await (const line of createInterface(server.stdout)) {
  const link = /works once\): (\S+)/.exec(line)?.[1]
  if (link) await moveIn(new URL(link))
  else console.log(line)
  if (line.includes('is ready at')) console.log(`Sign in as ${person.email} with the password: ${person.password}`)
}
if (server.exitCode === null) await once(server, 'exit')
process.exitCode = server.exitCode ?? 1

/** The link is printed on the first start of a data folder: only then is there somebody to make. */
async function moveIn({ origin, hash }: URL) {
  const token = hash.replace('#token=', '')
  const { accessToken } = await createClient(accountApi, sendTo(origin)).createFirstAdministrator({
    body: { ...person, token },
  })
  await createClient(sampleApi, sendTo(origin, accessToken)).loadSample()
}

function sendTo(origin: string, token?: string): Send {
  return (path, init) => {
    const headers = new Headers(init.headers)
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
    return fetch(new URL(path, origin), { ...init, headers })
  }
}
