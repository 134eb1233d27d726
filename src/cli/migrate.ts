import { done, misuse, type CliCommand } from './command.ts'

export const migrate: CliCommand = {
  name: 'migrate',
  about: 'brings the record up to this version, or makes it',
  usage: '[--data FOLDER]',
  details: ['A server does this by itself when it starts; while one runs, there is nothing to bring up.'],
  async run({ words, flags }) {
    if (words.length > 0) return misuse('migrate', `“${words.join(' ')}” is not understood here.`)
    const { loadConfig, processSources } = await import('#core/config')
    const { lockFolder, openDatabase } = await import('#core/db')
    const { createLog } = await import('#core/observability')
    const { migrationsOf } = await import('../app.ts')
    const { spaces } = await import('../spaces.ts')
    const { config } = loadConfig(processSources(flags))
    const lock = lockFolder(config.data)
    lock.announce('cairn migrate')
    const db = await openDatabase({ folder: config.data, url: config.databaseUrl, log: createLog({ level: 'warn' }) })
    const applied = await db.migrate(migrationsOf(spaces), Date.now())
    await db.close()
    lock.release()
    for (const name of applied) console.log(`applied ${name}`)
    console.log(applied.length === 0 ? 'The record was up to date.' : 'The record is up to date.')
    return done
  },
}
