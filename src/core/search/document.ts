/** What the index holds of one thing. */
export interface SearchDocument {
  owner: string
  title: string
  body: string
  tags: readonly string[]
  at: number
}
