/** The JSON columns of elements, read for whoever needs many at once. */
import { z } from 'zod'
import { fromJson } from '#std/json'
import { ElementTraits, Span } from '../contract.ts'
import type { ElementRow } from '../schema.ts'

const Spans = z.array(Span)

export const spansOf = ({ spans }: Pick<ElementRow, 'spans'>) => fromJson(Spans, spans)

export const traitsOf = ({ traits }: Pick<ElementRow, 'traits'>) => fromJson(ElementTraits, traits)

/** False for feelings that are somebody else's, named as absent, or only imagined. */
export const isOwn = (row: Pick<ElementRow, 'traits'>) => areOwn(traitsOf(row))

export const areOwn = ({ experiencer, negated, tense }: ElementTraits) =>
  experiencer !== 'other' && negated !== true && tense !== 'hypothetical'
