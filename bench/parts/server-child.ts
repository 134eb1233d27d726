/** The real server. With a second argument its writes share commits in groups of that size; it also carries the notes. */
import { serve } from '../../src/serve.ts'
import { spaces } from '../../src/spaces.ts'
import { createNotes } from '../../tests/world/notes-space.ts'

const [groupSize = '', ...flags] = process.argv.slice(2)

process.exitCode = await serve(flags, {
  spaces: [...spaces, createNotes().space],
  ...(groupSize !== 'usual' && { groupSize: Number(groupSize) }),
})
