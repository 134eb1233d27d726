/** Writes that are on the disk when they are answered, many to a commit, against one commit each. */
import { createFolder } from './parts/folder.ts'
import { load, type Answered } from './parts/load.ts'
import { arrive } from './parts/person.ts'
import { interleave, median } from './parts/rounds.ts'
import { startServer, type Server } from './parts/server.ts'
import type { Result } from './run.ts'

const rounds = 5
const load32 = { connections: 32, seconds: 4 }

export async function run(): Promise<Result> {
  await using folder = await createFolder()
  await using other = await createFolder()
  await using grouped = await startServer({ folder: folder.path })
  await using alone = await startServer({ folder: other.path, groupSize: 1 })
  const [together, each] = await interleave(rounds, await writing(grouped), await writing(alone))
  return {
    claim: '32 clients write 3,000 times a second, twice as often as with one commit each',
    figures: { ...figuresOf('', together), ...figuresOf('one commit each: ', each) },
    ratio: of(together, 'perSecond') / of(each, 'perSecond'),
    reference: 'the same server with one commit each',
  }
}

type Round = Answered & { loopDelay: number }

/** Answers a round of writes to this server. */
async function writing({ address, loopDelay }: Server) {
  const { token } = await arrive(address)
  const request = { url: `${address}/api/v1/notes`, token, body: { title: 'A walk by the sea' } }
  return async (): Promise<Round> => {
    await loopDelay()
    return { ...(await load(request, load32)), loopDelay: await loopDelay() }
  }
}

const of = (rounds: readonly Round[], figure: keyof Round) => median(rounds.map((round) => round[figure]))

const figuresOf = (prefix: string, rounds: readonly Round[]) => ({
  [`${prefix}writes a second`]: of(rounds, 'perSecond'),
  [`${prefix}p50, ms`]: of(rounds, 'p50'),
  [`${prefix}p99, ms`]: of(rounds, 'p99'),
  [`${prefix}loop delay p99, ms`]: of(rounds, 'loopDelay'),
})
