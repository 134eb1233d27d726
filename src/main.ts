/** Serves Cairn: `node src/main.ts` is `cairn serve`. */
import { enableCompileCache } from 'node:module'

enableCompileCache()
const { serve } = await import('./serve.ts')
process.exitCode = await serve(process.argv.slice(2))
