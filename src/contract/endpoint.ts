/**
 * The grammar of an endpoint: one plain object describes method, path, access, input, reply and refusals, and serves
 * the server's validation, the typed handlers, the typed client, the OpenAPI page and the permission tests.
 * Paths are written without the prefix; the prefix is `apiPrefix`.
 */
import type { z } from 'zod'
import type { Permission } from './permission.ts'
import type { ProblemKind } from './problem.ts'

export const apiPrefix = '/api/v1'

/** Who may call: anybody, or who has the permission. */
export type Access = 'public' | Permission

/** Endpoints with `upload` also take `multipart/form-data` with one file instead of a JSON body. */
export interface Upload {
  maxBytes: number
}

/**
 * What a change does to the disk. `frees`: it takes something away or is needed for that, and is served on a full one
 * too. `small`: it keeps next to nothing, and is served on a low one. Without a word it is refused on both.
 */
export type Footprint = 'frees' | 'small'

/**
 * The budget that calls are taken from. `usual`: the person's, else the address's. `sign-in`: a small one of the
 * address, for what a stranger could use to guess or to flood. `none`: not counted.
 */
export type Limit = 'usual' | 'sign-in' | 'none'

export interface Endpoint<
  Path extends string = string,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
  A extends Access = Access,
> {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  path: Path
  summary: string
  access: A
  query?: Query
  body?: Body
  /** Largest JSON body in bytes; 64 KiB unless told. */
  maxBodyBytes?: number
  upload?: Upload | undefined
  /** Only of what is not a GET; a DELETE `frees` unless told. */
  footprint?: Footprint
  /** `usual` unless told. */
  limit?: Limit
  /** Of a GET whose reply follows from the record, the caller and the address alone: the server may give it again. */
  keep?: 'until-commit'
  status?: 200 | 201 | 202
  reply: Reply
  problems?: readonly ProblemKind[]
}

/** Declares an endpoint and keeps its exact types. */
export function endpoint<
  const Path extends string,
  const A extends Access,
  Reply extends z.ZodType,
  Query extends z.ZodType = z.ZodVoid,
  Body extends z.ZodType = z.ZodVoid,
  const Taken extends Upload | undefined = undefined,
>(definition: Endpoint<Path, Query, Body, Reply, A> & { upload?: Taken }) {
  return definition as Endpoint<Path, Query, Body, Reply, A> & { upload: Taken }
}

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never
type Params<Path extends string> = { [Name in ParamNames<Path>]: string }

type Given<Key extends string, T> = [T] extends [void]
  ? unknown
  : [undefined] extends [T]
    ? { [K in Key]?: T }
    : object extends T
      ? { [K in Key]?: T }
      : { [K in Key]: T }

/** What the client passes to a call of `E`. */
export type Input<E> =
  E extends Endpoint<infer P, infer Q, infer B, any, any>
    ? Params<P> & Given<'query', z.input<Q>> & BodyOrFile<E, z.input<B>>
    : never
type BodyOrFile<E, B> = E extends { upload: Upload } ? { body?: B; file?: File } : Given<'body', B>

/** A file that arrives with a request; the stream can be read once. */
export interface IncomingFile {
  name: string
  stream: AsyncIterable<Uint8Array>
}

/** What the handler of `E` receives. */
export type Parsed<E> =
  E extends Endpoint<infer P, infer Q, infer B, any, any>
    ? { params: Params<P>; query: z.output<Q> } & ParsedBody<E, z.output<B>>
    : never
type ParsedBody<E, B> = E extends { upload: Upload }
  ? { body: B | undefined; file: IncomingFile | undefined }
  : { body: B }

export type Reply<E> = E extends Endpoint<any, any, any, infer R, any> ? z.output<R> : never
type ReplyInput<E> = E extends Endpoint<any, any, any, infer R, any> ? z.input<R> : never
type CallerOf<E, Caller> = E extends { access: 'public' } ? Caller | undefined : Caller

export type Api = { [name: string]: Endpoint<any, any, any, any, any> }

/** One function per endpoint. `Visit` is what the server adds to a request (cookie, request id). */
export type Handlers<A extends Api, Context, Caller, Visit> = {
  [Name in keyof A]: (
    context: Context,
    request: Parsed<A[Name]> & { caller: CallerOf<A[Name], Caller> } & Visit,
  ) => Promise<ReplyInput<A[Name]>>
}

export type Client<A extends Api> = {
  [Name in keyof A]: Call<A[Name]>
}
type Call<E> =
  object extends Input<E>
    ? (input?: Input<E>, options?: CallOptions) => Promise<Reply<E>>
    : (input: Input<E>, options?: CallOptions) => Promise<Reply<E>>

export interface CallOptions {
  signal?: AbortSignal
}
