/** One tag in the source, found by a scan that builds nothing and never looks back. */
interface Tag {
  readonly name: string;
  readonly close: boolean;
  readonly start: number;
  readonly end: number;
}

const RAW: ReadonlySet<string> = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'noscript',
  'template',
  'svg',
  'iframe',
]);
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const NAME = /[a-zA-Z][a-zA-Z0-9:-]{0,40}/y;

/** Stands for a comment among the tags: nothing to open, nothing to close. */
const COMMENT = '!--';

/** All tags outside scripts and styles, in order. Linear in the length of the page. */
function* tagsIn(html: string): Generator<Tag> {
  const missing = new Set<string>();
  for (let at = html.indexOf('<'); at !== -1; ) {
    if (html.startsWith('<!--', at)) {
      const close = html.indexOf('-->', at + 4);
      const end = close === -1 ? html.length : close + 3;
      yield { name: COMMENT, close: true, start: at, end };
      at = html.indexOf('<', end);
      continue;
    }
    const close = html[at + 1] === '/';
    NAME.lastIndex = at + (close ? 2 : 1);
    const name = NAME.exec(html)?.[0].toLowerCase();
    const end = name === undefined ? -1 : html.indexOf('>', at);
    if (name === undefined || end === -1) {
      if (name !== undefined) return;
      at = html.indexOf('<', at + 1);
      continue;
    }
    const open = !close && html[end - 1] !== '/';
    yield { name, close, start: at, end: end + 1 };
    at = open && RAW.has(name) && !missing.has(name) ? afterRaw(html, end + 1, name, missing) : html.indexOf('<', end);
  }
}

/** A raw element that is never closed would be searched for to the end of the page each time: remember it. */
function afterRaw(html: string, from: number, name: string, missing: Set<string>): number {
  const pattern = new RegExp(`</${name}`, 'gi');
  pattern.lastIndex = from;
  const found = pattern.exec(html);
  if (found) return found.index;
  missing.add(name);
  return html.indexOf('<', from);
}

/** Elements that end by themselves when the next one of the kind begins. */
const SELF_ENDING: ReadonlySet<string> = new Set('p li td th tr dd dt option'.split(' '));

/** Shorter tags cannot hold enough attributes to matter. */
const LONG_TAG = 4000;

/** How deep elements stand in one another, how many there are, and the most attributes of one: before a DOM is built. */
export function nesting(html: string): { depth: number; elements: number; attributes: number } {
  const open: string[] = [];
  const count = new Map<string, number>();
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  const pop = () => {
    const name = open.pop()!;
    count.set(name, count.get(name)! - 1);
    return name;
  };
  for (const { name, close, start, end } of tagsIn(html)) {
    if (end - start > LONG_TAG) attributes = Math.max(attributes, html.slice(start, end).split('=').length);
    if (close) {
      if ((count.get(name) ?? 0) > 0) while (pop() !== name);
      continue;
    }
    elements++;
    if (VOID.has(name)) continue;
    if (SELF_ENDING.has(name) && open[open.length - 1] === name) pop();
    open.push(name);
    count.set(name, (count.get(name) ?? 0) + 1);
    depth = Math.max(depth, open.length);
  }
  return { depth, elements, attributes };
}

const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code em font i kbd mark q s small span strong sub sup time u var wbr'.split(' '),
);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** The text of a page without a DOM, for pages too deep to parse: block tags become line ends. */
export function stripTags(html: string): string {
  const parts: string[] = [];
  let at = 0;
  let raw: string | undefined;
  for (const tag of tagsIn(html)) {
    if (raw === undefined) parts.push(html.slice(at, tag.start));
    raw = !tag.close && RAW.has(tag.name) ? tag.name : undefined;
    if (tag.name === 'sup' && !tag.close) parts.push(' ');
    else if (!INLINE.has(tag.name) && tag.name !== COMMENT) parts.push('\n\n');
    at = tag.end;
  }
  if (raw === undefined) parts.push(html.slice(at));
  return parts.join('').replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,10}));/gi, entity);
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd';
}
