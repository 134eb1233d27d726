/** One Fastify route and nothing else: it replies with the JSON of the file that is named. */
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'

const page: unknown = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const app = Fastify()
app.get('/page', async () => page)
const address = await app.listen({ host: '127.0.0.1', port: 0 })
process.on('SIGTERM', () => void app.close())
console.log(`It is ready at ${address}`)
