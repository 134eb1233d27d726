/** The PostgreSQL of a fault run: the cluster that the run was given, or one that lives as long as the run. */
import { startCluster } from '../world/postgres/cluster.ts'

export interface BorrowedCluster extends AsyncDisposable {
  url: string
}

export async function borrowCluster(): Promise<BorrowedCluster> {
  const url = process.env.CAIRN_TEST_POSTGRES_URL
  return url ? { url, [Symbol.asyncDispose]: async () => {} } : startCluster()
}
