import { type Column, columnsOf, type Graph, type GraphEdge, type GraphNode, textOf, xml } from './graph.ts';

/** GEXF 1.3 (gexf.net), undirected. `weight` is only written when a tie has a positive number of that name: Gephi refuses others. */
export function toGexf(graph: Graph): string {
  const nodeColumns = columnsOf(graph.nodes);
  const edgeColumns = columnsOf(graph.edges);
  const declare = (of: 'node' | 'edge', columns: readonly Column[]): string[] => [
    `    <attributes class="${of}">`,
    ...columns.map(({ name, type }, i) => `      <attribute id="${i}" title="${xml(name)}" type="${type}"/>`),
    '    </attributes>',
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `  <meta><description>${xml(graph.title)}</description></meta>`,
    '  <graph defaultedgetype="undirected">',
    ...declare('node', nodeColumns),
    ...declare('edge', edgeColumns),
    '    <nodes>',
    ...graph.nodes.map(
      (node) =>
        `      <node id="${xml(node.id)}" label="${xml(node.label ?? node.id)}">${values(node, nodeColumns)}</node>`,
    ),
    '    </nodes>',
    '    <edges>',
    ...graph.edges.map((edge, i) => edgeElement(edge, edgeColumns, i)),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}

function values(item: GraphNode | GraphEdge, columns: readonly Column[]): string {
  const held = columns.flatMap(({ name }, i) => {
    const value = textOf(item.attributes[name]);
    return value === undefined ? [] : [`<attvalue for="${i}" value="${xml(value)}"/>`];
  });
  return held.length === 0 ? '' : `<attvalues>${held.join('')}</attvalues>`;
}

function edgeElement(edge: GraphEdge, columns: readonly Column[], index: number): string {
  const weight = edge.attributes['weight'];
  const weighted = typeof weight === 'number' && weight > 0 && Number.isFinite(weight) ? ` weight="${weight}"` : '';
  return `      <edge id="${index}" source="${xml(edge.source)}" target="${xml(edge.target)}"${weighted}>${values(edge, columns)}</edge>`;
}
