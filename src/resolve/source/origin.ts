import { foldText } from '../../model/fold.ts';
import {
  type Actor,
  type Carrier,
  type CslItem,
  extended,
  type Origin,
  type OriginBasis,
  type OriginKind,
} from '../../model/index.ts';
import type { SourceCues } from './cue.ts';
import type { Dateline } from './dateline.ts';
import { isOfficial, type Outlet } from './outlet.ts';
import type { OutletRegistry } from './registry.ts';

/** A note with the work that it leads to. */
export interface CitedNote {
  readonly mark: string;
  readonly citation: CslItem;
}

/** What is known of a report's sources. `sentence` is the evidence; the rest as far as the document has it. */
export interface OriginQuestion {
  readonly sentence: string;
  /** The sentence behind it in the paragraph: it may name the agency for both. */
  readonly after?: string | undefined;
  /** Whose claim it is. */
  readonly speaker?: Actor | undefined;
  /** The note at the sentence. */
  readonly note?: CitedNote | undefined;
  /** The next note behind a passage that has none: near, but it may cover less. */
  readonly nextNote?: CitedNote | undefined;
  /** Addresses that the sentence links to. */
  readonly links?: readonly string[];
  /** Who brings the page as a whole: see `pageCarrier`. */
  readonly page?: Carrier | undefined;
}

/** What a page says of itself. */
export interface PageQuestion {
  /** Names and lines that may credit somebody: authors, the byline, a closing "Source: …". */
  readonly bylines?: readonly string[];
  readonly dateline?: Dateline | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | null | undefined;
}

export interface OriginTools {
  readonly registry: OutletRegistry;
  readonly cues: SourceCues;
}

/** Sectors whose members speak for their state; without one it is the state or the organisation itself. */
const SPEAKS_FOR_STATE: ReadonlySet<string | undefined> = new Set([
  undefined,
  'GOV',
  'MIL',
  'LEG',
  'JUD',
  'SPY',
  'COP',
]);
const BODY = 'IGO';
const LONGEST_CREDIT = 80;
/** The field's sign for somebody who is not known. */
const NOBODY = '---';
/** Owners that are a kind and no name. */
const NO_OWNER: ReadonlySet<string> = new Set(['public broadcaster', 'public body', 'cooperative']);

/**
 * Whose word it is in the end: a known speaker's, else the nearest source's: the sentence ("according to Reuters"), its
 * note, its link, the page, and where the page does not say whose it is, the next note. Undefined when nothing does.
 */
export function originOf(question: OriginQuestion, tools: OriginTools): Origin | undefined {
  const carrier = carrierOf(question, tools);
  const spoken = question.speaker && ofSpeaker(question.speaker, tools.registry);
  if (!spoken) return carrier;
  const same = carrier?.witness === spoken.witness;
  const via = same ? question.page : carrier;
  const origin = same && carrier ? { ...carrier, kind: spoken.kind, basis: spoken.basis, name: spoken.name } : spoken;
  return via && via.witness !== spoken.witness ? extended(origin, { via }) : origin;
}

function carrierOf(question: OriginQuestion, { registry, cues }: OriginTools): Carrier | undefined {
  const { sentence, after, note, nextNote, links = [], page } = question;
  const named = (text: string): Outlet | undefined => registry.find(text).find((hit) => cues.holds(text, hit))?.outlet;
  const told = named(sentence) ?? (after !== undefined && cues.pointsBack(after) ? named(after) : undefined);
  if (told) return carrierAt(told, 'attribution');
  if (note) return ofNote(note, 'note', registry);
  for (const link of links) {
    const outlet = registry.byUrl(link);
    if (outlet) return carrierAt(outlet, 'link');
  }
  return page ?? (nextNote && ofNote(nextNote, 'next-note', registry));
}

/** Who brings the page: the agency of its byline or dateline, else who publishes it. */
export function pageCarrier(page: PageQuestion, registry: OutletRegistry): Carrier | undefined {
  const { bylines = [], dateline, publisher, url } = page;
  const own = (publisher && registry.byName(publisher)) || (url ? registry.byUrl(url) : undefined);
  for (const line of bylines) {
    const outlet = creditIn(line, registry);
    if (outlet?.kind === 'agency' && outlet.id !== own?.id) return carrierAt(outlet, 'byline');
  }
  if (dateline?.outlet) return carrierAt(dateline.outlet, 'dateline');
  if (own) return { ...carrierAt(own, 'publisher'), kind: ownKind(own) };
  if (publisher === undefined) return undefined;
  return { kind: 'own', basis: 'publisher', name: publisher, witness: `publisher:${foldText(publisher)}` };
}

/** A line that names an outlet and little else: "Reuters staff", "Source: Xinhua", "By A. Smith and B. Jones, AP". */
function creditIn(line: string, registry: OutletRegistry): Outlet | undefined {
  if (line.length > LONGEST_CREDIT) return undefined;
  return registry.byName(line) ?? registry.find(line).at(-1)?.outlet;
}

/** Where a citation comes from, as a carrier of its own. */
export function carrierOfCitation(citation: CslItem, registry: OutletRegistry): Carrier {
  const outlet = registry.ofCitation(citation);
  if (outlet) return carrierAt(outlet, 'note');
  const name = citation['container-title'] ?? citation.publisher ?? citation.title ?? citation.URL ?? citation.id;
  return { kind: 'work', basis: 'note', name, witness: `work:${foldText(name)}` };
}

function ofNote({ mark, citation }: CitedNote, basis: OriginBasis, registry: OutletRegistry): Carrier {
  return { ...carrierOfCitation(citation, registry), basis, note: mark };
}

/** A state and an organisation of states speak with one voice; anybody else for himself; an unknown speaker for nobody. */
function ofSpeaker(speaker: Actor, registry: OutletRegistry): Carrier | undefined {
  const outlet = registry.byName(speaker.name);
  if (outlet) return carrierAt(outlet, kindOf(outlet) === 'official' ? 'statement' : 'attribution');
  const { code, sector, name, id } = speaker;
  if (code === NOBODY || code === '') return undefined;
  const body = sector === BODY ? registry.byName(code) : undefined;
  const witness = body ? witnessOf(body) : `state:${code}`;
  if (sector === BODY || SPEAKS_FOR_STATE.has(sector)) return { kind: 'official', basis: 'statement', name, witness };
  return { kind: 'speaker', basis: 'statement', name, witness: `speaker:${id}` };
}

function carrierAt(outlet: Outlet, basis: OriginBasis): Carrier {
  return { kind: kindOf(outlet), basis, name: outlet.name, outlet: outlet.id, witness: witnessOf(outlet) };
}

function kindOf(outlet: Outlet): OriginKind {
  if (outlet.kind === 'agency') return 'agency';
  if (!isOfficial(outlet)) return 'work';
  // Amnesty, Human Rights Watch: a body that belongs to nobody speaks for itself
  return outlet.kind === 'organisation' && outlet.owner === undefined ? 'speaker' : 'official';
}

/** A newspaper's own page is its own reporting; an agency's and a ministry's stay what they are. */
function ownKind(outlet: Outlet): OriginKind {
  const kind = kindOf(outlet);
  return kind === 'work' ? 'own' : kind;
}

/** One state speaks with one voice through its ministries; outlets of one owner or on one site are one witness too. */
function witnessOf({ domain, kind, country, owner }: Outlet): string {
  if ((kind === 'ministry' || kind === 'government') && country !== undefined) return `state:${country}`;
  if (owner !== undefined && !NO_OWNER.has(owner)) return `owner:${foldText(owner)}`;
  return `site:${domain.replace(/\/.*$/, '')}`;
}

/** Independent witnesses in a list of origins, in order of first appearance. */
export function witnesses(origins: readonly Carrier[]): string[] {
  return [...new Set(origins.map((origin) => origin.witness))];
}
