/** Brings the chosen quote to the middle of the screen. */

/**
 * Distant chunks get their true height only when they are drawn, so the way is checked again after each of the next
 * frames. Answers with a way to stop.
 */
export function scrollToQuote(frame: HTMLElement, frames = 4): () => void {
  let next = 0
  const step = (left: number) => {
    const isSettled = centreQuote(frame)
    if (!isSettled && left > 0) next = requestAnimationFrame(() => step(left - 1))
  }
  next = requestAnimationFrame(() => step(frames))
  return () => cancelAnimationFrame(next)
}

/** The top bar covers the first, and on a narrow screen the chosen finding the last part of the window. */
const covered = { top: 80, bottom: 0.92, bottomIfNarrow: 0.6, narrow: 768 }

/** True when the quote can be seen, or stands nowhere. */
function centreQuote(frame: HTMLElement) {
  const quote = frame.querySelector('[data-chosen="true"]')
  if (!quote || quote.getClientRects().length === 0) return true
  const { top, bottom } = quote.getBoundingClientRect()
  const lowest = window.innerWidth < covered.narrow ? covered.bottomIfNarrow : covered.bottom
  if (top > covered.top && bottom < window.innerHeight * lowest) return true
  const isFar = Math.abs(top) > window.innerHeight * 2
  quote.scrollIntoView({ block: 'center', behavior: isFar || prefersStillness() ? 'instant' : 'smooth' })
  return !isFar
}

const prefersStillness = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
