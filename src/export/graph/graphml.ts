import { type Column, columnsOf, type Graph, type GraphEdge, type GraphNode, textOf, xml } from './graph.ts';

/** GraphML 1.0 (graphml.graphdrawing.org), undirected; opens in Gephi, yEd, igraph and NetworkX. */
export function toGraphml(graph: Graph): string {
  const nodeColumns = columnsOf(graph.nodes);
  const edgeColumns = columnsOf(graph.edges);
  const key = (column: Column, of: 'node' | 'edge'): string =>
    `  <key id="${of}-${xml(column.name)}" for="${of}" attr.name="${xml(column.name)}" attr.type="${column.type}"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    '  <key id="node-label" for="node" attr.name="label" attr.type="string"/>',
    ...nodeColumns.map((column) => key(column, 'node')),
    ...edgeColumns.map((column) => key(column, 'edge')),
    `  <graph id="network" edgedefault="undirected">`,
    `    <desc>${xml(graph.title)}</desc>`,
    ...graph.nodes.map((node) => nodeElement(node, nodeColumns)),
    ...graph.edges.map((edge, i) => edgeElement(edge, edgeColumns, i)),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

function data(of: 'node' | 'edge', item: GraphNode | GraphEdge, columns: readonly Column[]): string {
  return columns
    .flatMap(({ name }) => {
      const value = textOf(item.attributes[name]);
      return value === undefined ? [] : [`<data key="${of}-${xml(name)}">${xml(value)}</data>`];
    })
    .join('');
}

function nodeElement(node: GraphNode, columns: readonly Column[]): string {
  return `    <node id="${xml(node.id)}"><data key="node-label">${xml(node.label ?? node.id)}</data>${data('node', node, columns)}</node>`;
}

function edgeElement(edge: GraphEdge, columns: readonly Column[], index: number): string {
  return `    <edge id="e${index}" source="${xml(edge.source)}" target="${xml(edge.target)}">${data('edge', edge, columns)}</edge>`;
}
