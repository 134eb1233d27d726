/** Changes of a person, said in a sentence, with a way back where there is one. */
import type { PersonEntry, Role } from '#core/auth/contract'
import { access } from '../../../web/data/send.ts'
import { showWayBack, tell } from '../../../web/kit/undo-toast.tsx'
import { people } from '../clients.ts'
import { refetchPeople } from '../queries.ts'
import { words } from '../words.ts'

const { people: texts } = words

/** Who changes their own role has no way back; the page learns at once that it is not theirs any more. */
export async function changeRole({ id, name, role: before }: PersonEntry, role: Role, { isMe = false } = {}) {
  const changed = await people.updatePerson({ personId: id, body: { role } })
  if (isMe) {
    access.setPerson(changed)
    return tell(texts.changed(name, role))
  }
  showWayBack(`role ${id}`, texts.changed(name, role), () =>
    people.updatePerson({ personId: id, body: { role: before } }),
  )
  return refetchPeople()
}

export async function disable({ id, name }: PersonEntry) {
  await people.updatePerson({ personId: id, body: { isDisabled: true } })
  tell(texts.wasDisabled(name))
  return refetchPeople()
}

export async function enable({ id, name }: PersonEntry) {
  await people.updatePerson({ personId: id, body: { isDisabled: false } })
  showWayBack(`enabled ${id}`, texts.wasEnabled(name), () =>
    people.updatePerson({ personId: id, body: { isDisabled: true } }),
  )
  return refetchPeople()
}
