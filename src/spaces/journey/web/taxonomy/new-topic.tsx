/** Adds a topic of one's own: its name, where it hangs, and the words that stand for it. */
import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { readField } from '../../../../web/pages/form-field.ts'
import { Problem } from '../../../../web/kit/problem.tsx'
import { kitWords } from '../../../../web/words.ts'
import { useAddTopic } from './queries.ts'
import { taxonomyWords } from './words.ts'

const { topic: words } = taxonomyWords

interface NewTopicProps {
  domains: readonly string[]
  isOpen: boolean
  onClose: () => void
}

export function NewTopic({ domains, isOpen, onClose }: NewTopicProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.add}
      closeButtonProps={{ 'aria-label': kitWords.close }}
      centered
    >
      <NewTopicForm domains={domains} onDone={onClose} />
    </Modal>
  )
}

function NewTopicForm({ domains, onDone }: { domains: readonly string[]; onDone: () => void }) {
  const add = useAddTopic()
  return (
    <form
      className="dialog"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate({ body: topicOf(new FormData(event.currentTarget)) }, { onSuccess: onDone })
      }}
    >
      <TextInput name="label" label={words.name} required maxLength={60} data-autofocus />
      <NativeSelect name="domain" label={words.domain} data={[...domains]} />
      <Textarea name="terms" label={words.terms} description={words.termsHint} autosize minRows={3} />
      {add.error && <Problem error={add.error} />}
      <div className="dialog-actions">
        <Button variant="default" onClick={onDone}>
          {kitWords.cancel}
        </Button>
        <Button type="submit" loading={add.isPending}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}

function topicOf(form: FormData) {
  const lines = readField(form, 'terms').split('\n')
  const terms = lines.map((line) => line.trim()).filter((line) => line !== '')
  return { label: readField(form, 'label').trim(), domain: readField(form, 'domain'), terms }
}
