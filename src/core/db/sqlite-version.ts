/** Which SQLite may hold a record. */

/** Before this version, SQLite can lose data when a write-ahead log is reset. */
const oldest = [3, 51, 3] as const

/** Throws for a version that is not safe, such as `3.50.4`. */
export function assertSafeSqlite(version: string) {
  const parts = version.split('.').map(Number)
  const difference = oldest.map((least, i) => (parts[i] ?? 0) - least).find((d) => d !== 0) ?? 0
  if (difference >= 0) return
  throw new Error(`SQLite ${version} can lose data when its log is reset. Run Cairn on Node 24.21 or newer.`)
}
