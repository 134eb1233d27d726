/** Asks before something that cannot be taken back. What the server has against it stands in the question. */
import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { kitWords } from '../words.ts'
import { Problem } from './problem.tsx'

interface ConfirmProps {
  isOpen: boolean
  title: string
  text: string
  label: string
  act: () => Promise<unknown>
  onClose: () => void
}

export function Confirm({ isOpen, title, text, label, act, onClose }: ConfirmProps) {
  const close = () => {
    // What was refused the last time is no answer to the next question.
    doIt.reset()
    onClose()
  }
  const doIt = useMutation({ mutationFn: act, onSuccess: onClose })
  return (
    <Modal opened={isOpen} onClose={close} title={title} closeButtonProps={{ 'aria-label': kitWords.close }} centered>
      <div className="dialog">
        <p>{text}</p>
        {doIt.error && <Problem error={doIt.error} />}
        <div className="dialog-actions">
          <Button variant="default" onClick={close} data-autofocus>
            {kitWords.cancel}
          </Button>
          <Button color="brick" loading={doIt.isPending} onClick={() => doIt.mutate()}>
            {label}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
