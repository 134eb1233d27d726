/** What will be there: a page on a path that is marked by cairns. */
export function PathPicture() {
  return (
    <svg viewBox="0 0 240 120" width={240} height={120}>
      <path className="picture-line" d="M6 112c46-2 44-32 88-34s50 12 78-8 22-44 60-54" strokeDasharray="1 7" />
      <path className="picture-stone-1" d="M26 104c-1-6 9-9 22-9s23 3 22 9c0 4-9 6-22 6s-22-2-22-6Z" />
      <path className="picture-stone-2" d="M33 90c-1-5 6-8 15-8s15 3 15 7-6 6-15 6-14-1-15-5Z" />
      <path className="picture-stone-1" d="M39 78c0-4 4-6 9-6s10 2 9 6c0 3-4 4-9 4s-9-1-9-4Z" />
      <path className="picture-stone-2" d="M160 64c-1-4 6-6 14-6s15 2 14 6c0 3-6 4-14 4s-14-1-14-4Z" />
      <path className="picture-ghost" d="M164 54c0-4 4-6 10-6s10 2 10 5-4 5-10 5-10-1-10-4Z" />
      <path className="picture-ghost" d="M92 14h34l14 14v30a4 4 0 0 1-4 4H92a4 4 0 0 1-4-4V18a4 4 0 0 1 4-4Z" />
      <path className="picture-line" d="M98 34h30M98 44h30M98 54h16" />
    </svg>
  )
}
