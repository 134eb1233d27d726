/**
 * Statements of one shape that are compiled once. Building a statement and its text takes longer than SQLite takes to
 * run it, so what runs along with every write is kept ready; all other statements are built where they run.
 */
import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely'
import type { Reader } from './engine.ts'

type Value = string | number | null

/** Stands for the value of that name. */
class Place {
  readonly #name: string
  constructor(name: string) {
    this.#name = name
  }
  of(given: object): unknown {
    return Reflect.get(given, this.#name)
  }
}

/**
 * `build` is called once for each engine, with a place instead of each value: it passes them on one by one and never
 * looks at them. Answers what runs the statement with the values given, and its rows.
 */
export function statementOf<Given extends { [Name in keyof Given]: Value }, Row>(
  build: (reader: Reader, given: Given) => Compilable<Row>,
) {
  const kept = new WeakMap<DialectAdapter, CompiledQuery<Row>>()

  function compile(reader: Reader) {
    const compiled = build(reader, places<Given>()).compile()
    kept.set(reader.getExecutor().adapter, compiled)
    return compiled
  }

  return async (reader: Reader, given: Given): Promise<Row[]> => {
    const compiled = kept.get(reader.getExecutor().adapter) ?? compile(reader)
    const parameters = compiled.parameters.map((value) => (value instanceof Place ? value.of(given) : value))
    return (await reader.executeQuery<Row>({ ...compiled, parameters })).rows
  }
}

function places<Given extends object>(): Given
function places(): object {
  return new Proxy({}, { get: (_, name) => new Place(String(name)) })
}
