/** Words alone, in lower case: the same statement is the same element, and the same node in every session. */
export const normalForm = (label: string) =>
  label
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || label
