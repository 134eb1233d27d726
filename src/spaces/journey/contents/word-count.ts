const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu

/** How many words a text has: letters and digits in a row, with apostrophes and hyphens inside. */
export const countWords = (text: string) => text.match(word)?.length ?? 0
