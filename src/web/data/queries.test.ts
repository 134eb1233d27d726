import { QueryObserver } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { queryClient, refetch } from './queries.ts'

/** A page that shows a reply; each request is answered by hand. */
function openPage() {
  const requests: ((reply: string) => void)[] = []
  const queryFn = () => new Promise<string>((resolve) => requests.push(resolve))
  const observer = new QueryObserver(queryClient, { queryKey: ['stones'], queryFn })
  const leave = observer.subscribe(() => {})
  onTestFinished(() => {
    leave()
    queryClient.clear()
  })
  return { requests, shown: () => observer.getCurrentResult().data }
}

test('what changes while the first reply is on its way is on the page in the end', async () => {
  const { requests, shown } = openPage()
  const refetched = refetch({ queryKey: ['stones'] })
  requests[0]?.('before the change')
  await expect.poll(() => requests.length).toBe(2)
  requests[1]?.('after the change')
  await refetched
  expect(shown()).toBe('after the change')
  expect(requests).toHaveLength(2)
})

test('what is already shown is fetched once more, not twice', async () => {
  const { requests, shown } = openPage()
  requests[0]?.('before the change')
  await expect.poll(shown).toBe('before the change')
  const refetched = refetch({ queryKey: ['stones'] })
  requests[1]?.('after the change')
  await refetched
  expect(shown()).toBe('after the change')
  expect(requests).toHaveLength(2)
})
