import type { DomDocument } from './dom.ts';

/** What JSON-LD blocks of a page say of the article. */
export interface Structured {
  readonly headline?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly published?: string;
  readonly section?: string;
  readonly language?: string;
  readonly breadcrumbs: readonly string[];
}

const ARTICLE = /(?:Article|Posting|Report|WebPage|CreativeWork|Review)$/;
const MAX_NODES = 2000;

/** Broken or hostile JSON is passed over: metadata is a bonus. */
export function structuredData(document: DomDocument): Structured {
  const nodes: Record<string, unknown>[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? '';
    if (source.length > 500_000) continue;
    try {
      collect(JSON.parse(source.replace(/\p{Cc}+/gu, ' ')), nodes);
    } catch {
      // Not JSON after all.
    }
  }
  const people = new Map(nodes.map((node) => [text(node['@id']), text(node['name'])]));
  const articles = nodes.filter((node) => types(node).some((type) => ARTICLE.test(type)));
  articles.sort((a, b) => rank(a) - rank(b));
  const pick = (field: string) =>
    articles.map((node) => text(node[field]) ?? names(node[field], people)[0]).find(Boolean);
  return {
    ...defined('headline', pick('headline')),
    authors: articles.map((node) => names(node['author'], people)).find((list) => list.length > 0) ?? [],
    ...defined('publisher', articles.map((node) => names(node['publisher'], people)[0]).find(Boolean)),
    ...defined('published', pick('datePublished') ?? pick('dateCreated')),
    ...defined('section', pick('articleSection')),
    ...defined('language', pick('inLanguage')),
    breadcrumbs: breadcrumbs(nodes),
  };
}

function collect(value: unknown, into: Record<string, unknown>[]): void {
  const stack: unknown[] = [value];
  while (stack.length > 0 && into.length < MAX_NODES) {
    const item = stack.pop();
    if (Array.isArray(item)) stack.push(...item.slice(0, MAX_NODES));
    else if (isRecord(item)) {
      into.push(item);
      stack.push(
        item['@graph'],
        item['mainEntity'],
        item['itemListElement'],
        item['author'],
        item['publisher'],
        item['breadcrumb'],
      );
    }
  }
}

function rank(node: Record<string, unknown>): number {
  return types(node).some((type) => /Article|Posting|Report/.test(type)) ? 0 : 1;
}

function types(node: Record<string, unknown>): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((entry) => typeof entry === 'string');
}

function names(value: unknown, people: ReadonlyMap<string | undefined, string | undefined>): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((item) => {
    if (typeof item === 'string') return [item];
    if (!isRecord(item)) return [];
    return names(item['name'] ?? people.get(text(item['@id'])), people);
  });
}

function breadcrumbs(nodes: readonly Record<string, unknown>[]): string[] {
  return nodes
    .filter((node) => types(node).includes('ListItem'))
    .sort((a, b) => Number(a['position'] ?? 0) - Number(b['position'] ?? 0))
    .flatMap((node) => text(node['name']) ?? (isRecord(node['item']) ? (text(node['item']['name']) ?? []) : []));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : undefined;
}

function defined<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  const out: { [P in K]?: string } = {};
  if (value !== undefined) out[key] = value;
  return out;
}
