/** How much of anything one request may bring. `docs/limits.md` lists them. */
import { minute } from '#std/duration'

/** Bytes of a JSON body, unless its endpoint tells otherwise. */
export const usualBody = 64 * 1024
/** Characters of one part of an address. */
export const longestPart = 500
/** For a whole request to arrive, a file on a slow line too; in milliseconds. */
export const longestRequest = 5 * minute
/** Bytes of one frame on the live connection. */
export const largestFrame = 16 * 1024
/** Characters of an idempotency key. */
export const longestKey = 200
/** A longer reply is not kept for its idempotency key; in UTF-16 units. */
export const longestKept = 256 * 1024
/** Replies that are given again until something is committed, and their UTF-16 units together. */
export const mostKept = { most: 1000, mostSize: 4 * 1024 * 1024 }
