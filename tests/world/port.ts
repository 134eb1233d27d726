import type { World } from './world.ts'

/** Opens a port on this machine and answers its number. */
export async function listen({ app }: World): Promise<number> {
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  const [bound] = app.http.addresses()
  if (typeof bound !== 'object') throw new Error('Nothing listens')
  return bound.port
}
