/** People of the server that is measured. */
import { register, type Member } from '../../tests/world/world.ts'

export const arrive = (address: string): Promise<Member> =>
  register({ send: (path, init) => fetch(`${address}${path}`, init) })
