/** Everybody who may try, and how they show who they are. */
import { scopeOf } from '#contract/permission'
import type { Access, Endpoint } from '#contract/endpoint'
import { minute } from '#std/duration'
import { accountApi, peopleApi } from '#core/auth/contract'
import { register, registerAdministrator, signIn, type Member, type World } from '../world/world.ts'

export interface Cast {
  world: World
  /** Appoints the others. */
  first: Member
  /** Member with nothing of the owner's. */
  other: Member
  /** Nobody who is let in anywhere: a token each, or none at all. */
  outsiders: Record<string, string | undefined>
}

export async function createCast(world: World): Promise<Cast> {
  const { token: expired } = await registerAdministrator(world)
  const late = await register(world, 'Late')
  const expiredKey = await makeKey(late, () => true, world.clock.now + minute)
  world.clock.now += 11 * minute
  const [other, disabled, ended] = [await register(world), await register(world), await register(world)]
  const disabledKey = await makeKey(disabled, () => true)
  const first = await signIn(world, 'Ada')
  await first.client(peopleApi).updatePerson({ personId: disabled.id, body: { isDisabled: true } })
  await ended.client(accountApi).signOut()
  return {
    world,
    first,
    other,
    outsiders: {
      'a visitor': undefined,
      'a disabled person': disabled.token,
      'a key of a disabled person': disabledKey,
      'an ended sign-in': ended.token,
      'an expired token of an administrator': expired,
      'an expired key': expiredKey,
      nonsense: 'nonsense',
    },
  }
}

/** A key with all scopes that the member may give and `isGiven` takes. */
async function makeKey(member: Member, isGiven: (scope: string) => boolean, expiresAt: number | null = null) {
  const account = member.client(accountApi)
  const { items } = await account.listScopes()
  const scopes = items.flatMap(({ noun, acts }) => acts.map((act) => `${noun}:${act}`)).filter(isGiven)
  return (await account.makeKey({ body: { name: 'A script', scopes, expiresAt } })).secret
}

/** The people of one endpoint: fresh ones, so that no endpoint takes away what another one needs. */
export async function createParties({ world, first }: Cast, { access }: Endpoint) {
  const [owner, administrator] = [await register(world), await register(world)]
  await first.client(peopleApi).updatePerson({ personId: administrator.id, body: { role: 'administrator' } })
  const needed = scopeNeeded(access)
  return {
    owner,
    administrator,
    keys: {
      whole: await makeKey(owner, () => true),
      lacking: await makeKey(owner, (scope) => scope !== needed),
      ofAdministrator: await makeKey(administrator, () => true),
      ofAdministratorLacking: await makeKey(administrator, (scope) => scope !== needed),
    },
  }
}

const scopeNeeded = (access: Access) => (access === 'public' ? '' : scopeOf(access))
