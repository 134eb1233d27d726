/** What is done with a session now and then: read it again, or delete it. */
import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { refetch } from '../../../../web/data/queries.ts'
import { DeleteIcon, MoreIcon, RetryIcon } from '../../../../web/kit/icons.tsx'
import { describeProblem } from '../../../../web/kit/problem.tsx'
import { tell } from '../../../../web/kit/undo-toast.tsx'
import type { Session } from '../../contract.ts'
import { journey } from '../client.ts'
import { isAtWork, journeyKeys } from '../queries.ts'
import { useDeleteSession } from '../sessions/delete.ts'
import { words } from '../words.ts'

export function SessionMenu({ session }: { session: Session }) {
  const navigate = useNavigate()
  const analyse = useMutation({
    mutationFn: () => journey.analyseSession({ sessionId: session.id }),
    onSuccess: () => refetch({ queryKey: journeyKeys.about(session.id) }),
    onError: (error) => tell(describeProblem(error).detail),
  })
  const remove = useDeleteSession()
  // The way back is on the list: the page of a deleted session has nothing to show.
  const leaveAndDelete = () => {
    remove.mutate(session)
    void navigate({ to: '/journey/sessions' })
  }
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" className="journey-more" aria-label={words.session.more} title={words.session.more}>
          <MoreIcon />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {session.contents.length > 0 && (
          <Menu.Item
            leftSection={<RetryIcon size={18} />}
            disabled={isAtWork(session) || analyse.isPending}
            onClick={() => analyse.mutate()}
          >
            {words.session.analyse}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<DeleteIcon size={18} />} disabled={remove.isPending} onClick={leaveAndDelete}>
          {words.session.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
