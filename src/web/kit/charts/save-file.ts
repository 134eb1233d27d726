/** Hands a file that was made on the page to the person. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the blob after this turn.
  setTimeout(() => URL.revokeObjectURL(address), readWithin)
}

/** Milliseconds. */
const readWithin = 60_000
