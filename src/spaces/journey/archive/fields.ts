/** Fields of what travels. What is read may have been made by anybody. */
import { z } from 'zod'
import { Instant } from '#contract/id'

const isWhole = (text: string) => text.isWellFormed() && !text.includes('\0')

export const Words = z.string().refine(isWhole, 'It holds broken characters.')
export const Id = z.uuid().toLowerCase()
export const Moment = Instant.max(8_640_000_000_000_000)
