/** One cluster for all tests of a run, unless the run was given one. */
import { startCluster, type Cluster } from './cluster.ts'

let cluster: Cluster | undefined

export async function setup() {
  if (process.env.CAIRN_TEST_POSTGRES_URL) return
  cluster = await startCluster()
  process.env.CAIRN_TEST_POSTGRES_URL = cluster.url
}

export async function teardown() {
  await cluster?.[Symbol.asyncDispose]()
}
