/** The name that Cairn uses; the address is shown, not changed. */
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Person } from '#core/auth/contract'
import { rename } from '../../data/signed-in.ts'
import { Problem } from '../../kit/problem.tsx'
import { tell } from '../../kit/undo-toast.tsx'
import { doorWords, kitWords, settingsWords } from '../../words.ts'
import { readField } from '../form-field.ts'

export function NameForm({ person }: { person: Person }) {
  const save = useMutation({
    mutationFn: (form: FormData) => rename(readField(form, 'name')),
    onSuccess: () => tell(kitWords.saved),
  })
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(new FormData(event.currentTarget))
      }}
    >
      <TextInput
        name="name"
        label={doorWords.name}
        description={doorWords.nameHint}
        defaultValue={person.name}
        autoComplete="name"
        required
        withAsterisk={false}
        maxLength={100}
      />
      <p className="quiet">{settingsWords.signedInAs(person.email)}</p>
      {save.error && <Problem error={save.error} />}
      <div>
        <Button type="submit" variant="default" loading={save.isPending}>
          {kitWords.save}
        </Button>
      </div>
    </form>
  )
}
