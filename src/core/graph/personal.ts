/** The graph of a person: made of what the spaces keep, and worth taking along as a whole. */
import { asJson, type PersonalRecords } from '#core/personal'
import { graphTables } from './schema.ts'

export const graphRecords: PersonalRecords = {
  name: 'graph',
  async *export(reader, owner) {
    const nodes = graphTables(reader)
      .selectFrom('graph_nodes')
      .select(['id', 'kind', 'label', 'ref'])
      .distinct()
      .where('owner', '=', owner)
      .orderBy('id')
      .orderBy('label')
      .orderBy('kind')
    const edges = graphTables(reader)
      .selectFrom('graph_edges')
      .select(['source', 'target', 'type', 'weight', 'quote', 'day', 'ref', 'place'])
      .where('owner', '=', owner)
      .orderBy('source')
      .orderBy('target')
      .orderBy('type')
      .orderBy('origin')
    yield asJson('graph.json', { nodes: await nodes.execute(), edges: await edges.execute() })
  },
  async erase(tx, owner) {
    await graphTables(tx).deleteFrom('graph_edges').where('owner', '=', owner).execute()
    await graphTables(tx).deleteFrom('graph_nodes').where('owner', '=', owner).execute()
  },
}
