import type { MigrationSet, Reader } from '#core/db'

/** One row for each thing that the node comes from; the last of them, by id, says what it is called. */
export type NodeRow = { owner: string; id: string; origin: string; kind: string; label: string; ref: string | null }
export type EdgeRow = {
  owner: string
  source: string
  target: string
  type: string
  origin: string
  weight: number
  quote: string | null
  /** `YYYY-MM-DD` of the thing that the edge was read from, that thing, and where in it the quote starts. */
  day: string | null
  ref: string | null
  place: number | null
}
export type GraphTables = { graph_nodes: NodeRow; graph_edges: EdgeRow }

export const graphTables = (reader: Reader) => reader.$extendTables<GraphTables>()

export const graphMigrations: MigrationSet = {
  module: 'graph',
  migrations: [
    {
      name: '0001-create-graph',
      statements: [
        `create table graph_nodes (
          owner text not null, id text not null, kind text not null, label text not null, ref text,
          primary key (owner, id)
        )`,
        `create table graph_edges (
          owner text not null, source text not null, target text not null, type text not null, origin text not null,
          weight double precision not null, quote text, primary key (owner, source, target, type, origin)
        )`,
        'create index graph_edges_by_target on graph_edges (owner, target)',
        'create index graph_edges_by_origin on graph_edges (origin)',
      ],
    },
    {
      name: '0002-keep-nodes-by-origin',
      statements: [
        `create table graph_nodes_of_origins (
          owner text not null, id text not null, origin text not null, kind text not null, label text not null,
          ref text, primary key (owner, id, origin)
        )`,
        `insert into graph_nodes_of_origins (owner, id, origin, kind, label, ref)
          select distinct node.owner, node.id, edge.origin, node.kind, node.label, node.ref
          from graph_nodes as node join graph_edges as edge
          on edge.owner = node.owner and (edge.source = node.id or edge.target = node.id)`,
        'drop table graph_nodes',
        'alter table graph_nodes_of_origins rename to graph_nodes',
        'create index graph_nodes_by_origin on graph_nodes (origin)',
      ],
    },
    {
      name: '0003-keep-evidence-of-edges',
      statements: [
        'alter table graph_edges add column day text',
        'alter table graph_edges add column ref text',
        'alter table graph_edges add column place bigint',
      ],
    },
  ],
}
