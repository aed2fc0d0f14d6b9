/** A network as graph files carry it: nodes and undirected ties with plain attributes. */
export type Attribute = string | number | boolean;

export interface GraphNode {
  readonly id: string;
  readonly label?: string;
  readonly attributes: Readonly<Record<string, Attribute | undefined>>;
}

export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  readonly attributes: Readonly<Record<string, Attribute | undefined>>;
}

export interface Graph {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Escapes for XML text and attributes and drops characters that XML 1.0 forbids. */
export function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export interface Column {
  readonly name: string;
  readonly type: 'string' | 'double' | 'boolean';
}

/** Attribute names in order of first appearance, each with the type that fits all its values. */
export function columnsOf(
  items: readonly { readonly attributes: Readonly<Record<string, Attribute | undefined>> }[],
): Column[] {
  const types = new Map<string, Column['type']>();
  for (const { attributes } of items) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) continue;
      const type = typeof value === 'number' ? 'double' : typeof value === 'boolean' ? 'boolean' : 'string';
      const held = types.get(name);
      types.set(name, held === undefined || held === type ? type : 'string');
    }
  }
  return [...types].map(([name, type]) => ({ name, type }));
}

/** Numbers that are not finite have no place in a file: they are left out. */
export function textOf(value: Attribute | undefined): string | undefined {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return undefined;
  return String(value);
}
