/** JSON columns: the one way in and out. Here, because threads that open no record read and write what it keeps. */

/** Throws on what JSON cannot say, such as undefined or a function. */
export function toJson(value: unknown): string {
  const text: unknown = JSON.stringify(value)
  if (typeof text !== 'string') throw new TypeError(`A value of type ${typeof value} cannot be kept as JSON`)
  return text
}

/** Parses and checks a JSON column. Throws on text that this program did not write. */
export function fromJson<T>(schema: { parse(value: unknown): T }, text: string): T {
  return schema.parse(JSON.parse(text))
}
