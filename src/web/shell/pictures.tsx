/** Small pictures for places where nothing is yet, drawn in the colours of the stones. */
export function LonelyStone() {
  return (
    <svg viewBox="0 0 160 100" width={160} height={100}>
      <path className="picture-line" d="M6 82c34-9 62-3 84-5s42-8 64-3" />
      <path className="picture-line" d="M30 92c24-5 48-1 66-2s28-4 40-2" />
      <path className="picture-stone-1" d="M52 73c-2-12 12-19 29-19s31 6 30 17c0 8-12 11-30 11s-28-2-29-9Z" />
    </svg>
  )
}

export function GrowingCairn() {
  return (
    <svg viewBox="0 0 160 120" width={160} height={120}>
      <path className="picture-line" d="M6 104c34-6 62-2 84-3s42-5 64-2" />
      <path className="picture-stone-1" d="M40 94c-2-11 17-17 40-17s42 5 41 15c0 8-17 11-41 11S41 101 40 94Z" />
      <path className="picture-stone-2" d="M53 68c-1-9 12-14 28-14s29 4 28 12c0 7-12 9-28 9s-27-2-28-7Z" />
      <path className="picture-ghost" d="M65 45c-1-8 7-12 16-12s17 4 17 11c0 6-7 8-17 8s-15-2-16-7Z" />
    </svg>
  )
}

export function SearchingPath() {
  return (
    <svg viewBox="0 0 160 110" width={160} height={110}>
      <path className="picture-line" d="M10 92c30-22 44-4 62-20s10-38 40-46" strokeDasharray="1 7" />
      <path className="picture-stone-2" d="M100 32c-1-8 8-12 19-12s19 4 19 11c0 6-8 8-19 8s-18-2-19-7Z" />
      <path className="picture-stone-1" d="M4 96c-1-6 6-9 14-9s14 3 14 8-6 6-14 6-13-1-14-5Z" />
    </svg>
  )
}
