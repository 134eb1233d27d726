/** What will be there: a river that begins between two cairns. */
export function RiverPicture() {
  return (
    <svg viewBox="0 0 260 120" width={260} height={120}>
      <path className="picture-ghost" d="M18 62c40-2 52-26 92-28s60 20 132 6" />
      <path className="picture-ghost" d="M18 66c40 0 56 18 94 18s66 18 130-2" />
      <path className="picture-line" d="M18 64c44 0 60-6 96-6s70 6 128 2" strokeDasharray="1 7" />
      <path className="picture-stone-1" d="M8 96c-1-6 8-8 18-8s19 2 18 8c0 4-8 5-18 5s-18-1-18-5Z" />
      <path className="picture-stone-2" d="M14 84c-1-5 5-7 12-7s13 2 12 7c0 3-5 5-12 5s-12-2-12-5Z" />
      <path className="picture-stone-1" d="M19 74c0-4 3-5 7-5s8 1 7 5c0 3-3 4-7 4s-7-1-7-4Z" />
      <path className="picture-stone-2" d="M222 106c-1-4 5-6 12-6s13 2 12 6c0 3-5 4-12 4s-12-1-12-4Z" />
      <path className="picture-ghost" d="M226 97c0-4 3-5 8-5s9 1 8 5-3 4-8 4-8-1-8-4Z" />
    </svg>
  )
}
