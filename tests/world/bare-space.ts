/** What a space of a test's own must have beside its endpoints: nothing of each. */
export const bareSpace = (name: string) => ({
  name,
  migrations: { module: name, migrations: [] },
  settings: [],
  commands: [],
  jobs: [],
  search: [],
  graph: [],
  changes: () => [],
  notifications: [],
  records: { name, export: nothing, erase: async () => {} },
  hold: () => ({}),
  release: async () => {},
})

async function* nothing() {}
