/** What will be there: stones laid one on the other, the next ones still to lay. */
export function StonesPicture() {
  return (
    <svg viewBox="0 0 240 120" width={240} height={120}>
      <path className="picture-line" d="M20 110h200" strokeDasharray="1 7" />
      <path className="picture-stone-1" d="M36 104c-1-7 10-10 24-10s25 3 24 10c0 4-10 6-24 6s-24-2-24-6Z" />
      <path className="picture-stone-2" d="M44 88c-1-6 7-9 16-9s17 3 16 8-7 6-16 6-15-1-16-5Z" />
      <path className="picture-stone-1" d="M104 104c-1-7 8-10 18-10s19 3 18 10c0 4-8 6-18 6s-18-2-18-6Z" />
      <path className="picture-ghost" d="M108 87c-1-5 6-8 14-8s15 3 14 8-6 6-14 6-14-1-14-6Z" />
      <path className="picture-ghost" d="M164 104c-1-7 9-10 20-10s21 3 20 10c0 4-9 6-20 6s-20-2-20-6Z" />
      <path className="picture-line" d="m52 62 6 6 12-14" />
    </svg>
  )
}
