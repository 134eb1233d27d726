/** What the queue keeps of a person: their jobs. A job that runs while it is erased finds itself fenced off. */
import { asJson, type PersonalRecords } from '#core/personal'
import { jobTables } from './schema.ts'

export const jobRecords: PersonalRecords = {
  name: 'jobs',
  async *export(reader, owner) {
    const jobs = await jobTables(reader)
      .selectFrom('jobs')
      .select([
        'id',
        'kind',
        'subject',
        'label',
        'state',
        'error',
        'created_at as createdAt',
        'updated_at as updatedAt',
      ])
      .where('owner', '=', owner)
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    yield asJson('jobs.json', jobs)
  },
  async erase(tx, owner) {
    await jobTables(tx).deleteFrom('jobs').where('owner', '=', owner).execute()
    await jobTables(tx).updateTable('job_pauses').set({ actor: '' }).where('actor', '=', owner).execute()
  },
}
