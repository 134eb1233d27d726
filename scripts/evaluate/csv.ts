/** Reads comma-separated values with quoted cells (RFC 4180) into one record a row, keyed by the heading. */
export function parseCsv(text: string): Record<string, string>[] {
  const [heading = [], ...rows] = [...readRows(text)]
  return rows.map((row) => Object.fromEntries(heading.map((name, column) => [name, row[column] ?? ''])))
}

function* readRows(text: string): Generator<string[]> {
  let row: string[] = []
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gu)) {
    const [whole, quoted, plain, end] = match
    if (whole === '' && row.length === 0) continue
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',') continue
    yield row
    row = []
  }
}
