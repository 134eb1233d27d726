/** The page's one live connection. It lives while somebody is signed in; what may have been missed is fetched again. */
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { apiPrefix } from '#contract/endpoint'
import { LiveConnection, type LiveFrame, type SocketEvents } from './live-connection.ts'
import { refetchReplies } from './queries.ts'
import { access } from './send.ts'

export type { LiveFrame } from './live-connection.ts'

/** A machine that slept longer than this, in milliseconds, does not trust its old connection. */
const longSleep = 60_000

/** How long news of gaps are gathered, in milliseconds. */
const gatherFor = 50

/** WebSocket close code "policy violation": the server asks to sign in again. */
const refusedCode = 1008

const connection = new LiveConnection({
  open: openSocket,
  getToken: access.getToken,
  renew: access.renew,
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
  missed: gatherCalls(() => void refetchReplies()),
})

/** Calls `onFrame` with what happens in a topic while the component is on the page. */
export function useLive(topic: string, onFrame: (frame: LiveFrame) => void): void {
  const heard = useEffectEvent(onFrame)
  useEffect(() => connection.listen(topic, (frame) => heard(frame)), [topic])
}

/** While this is false, queries about running work poll. */
export function useIsLive(): boolean {
  return useSyncExternalStore(connection.watch, connection.isLive)
}

/** Keeps the connection open while the component is on the page. */
export function useLiveConnection() {
  useEffect(() => {
    const stopWaking = wakeUp(() => connection.reconnect())
    connection.start()
    return () => {
      stopWaking()
      connection.stop()
    }
  }, [])
}

/** Several topics that missed something at once are one reason to fetch again. */
function gatherCalls(act: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(act, gatherFor)
  }
}

function wakeUp(act: () => void) {
  let hiddenAt: number | undefined
  const onVisibility = () => {
    const slept = hiddenAt === undefined ? 0 : Date.now() - hiddenAt
    hiddenAt = document.hidden ? Date.now() : undefined
    if (slept > longSleep) act()
  }
  window.addEventListener('online', act)
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    window.removeEventListener('online', act)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}

function openSocket(events: SocketEvents) {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const socket = new WebSocket(`${scheme}://${location.host}${apiPrefix}/live`)
  socket.addEventListener('open', () => events.opened())
  socket.addEventListener('message', ({ data }) => events.received(String(data)))
  socket.addEventListener('close', ({ code }) => events.closed(code === refusedCode))
  // What a closing socket would not send any more is said again on the next one.
  const send = (text: string) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(text)
  }
  return { send, close: () => socket.close() }
}
