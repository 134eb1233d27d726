/** A title for a reflection that was given none: how it begins, or the name of the file. */
const longest = 60

export function titleFrom(text: string, fileName: string | undefined): string | undefined {
  const line = text.trim().split(/\r?\n/)[0] ?? ''
  const beginning = line.replace(/^[#>*\-\s]+/, '').split(/(?<=[.!?…])\s/)[0] ?? ''
  const title = beginning === '' ? (fileName ?? '').replace(/\.[^.]+$/, '') : beginning.replace(/[.…]+$/, '')
  return title.trim() === '' ? undefined : shorten(title.trim())
}

/** Cuts between words where there is one, and never inside a character. */
function shorten(title: string) {
  if (title.length <= longest) return title
  const cut = title
    .slice(0, longest)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
  const atWord = cut.replace(/\s+\S*$/, '')
  return `${atWord.length > longest / 2 ? atWord : cut}…`
}
