/** A session in the pictures, to test with. */
import { PictureSession } from '../../patterns/contract.ts'

export const sessionOf = (given: Partial<Omit<PictureSession, 'sessionId'>>): PictureSession =>
  PictureSession.parse({
    sessionId: '00000000-0000-7000-8000-000000000001',
    day: '2026-03-01',
    title: 'A day',
    valence: 0,
    families: {},
    topics: [],
    ...given,
  })
