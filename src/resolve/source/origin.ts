import { foldText } from '../../model/fold.ts';
import type { CslItem } from '../../model/index.ts';
import type { SourceCues } from './cue.ts';
import type { Dateline } from './dateline.ts';
import type { Outlet } from './outlet.ts';
import type { OutletRegistry } from './registry.ts';

/** own: the document itself · agency: a wire · official: the acting state's or body's word · work: another publication. */
export type OriginKind = 'own' | 'agency' | 'official' | 'work';
export type OriginBasis = 'attribution' | 'note' | 'link' | 'dateline' | 'publisher';

/** On whose word a report rests in the end. */
export interface Origin {
  readonly kind: OriginKind;
  readonly basis: OriginBasis;
  readonly name: string;
  readonly outlet?: Outlet;
  /** Two origins with the same witness are one witness, however often they are repeated. */
  readonly witness: string;
}

/** What is known of a report's sources. `sentence` is the evidence; the rest as far as the document has it. */
export interface OriginQuestion {
  readonly sentence: string;
  readonly citation?: CslItem | undefined;
  /** Addresses that the sentence links to. */
  readonly links?: readonly string[];
  readonly dateline?: Dateline | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | null | undefined;
}

export interface OriginTools {
  readonly registry: OutletRegistry;
  readonly cues: SourceCues;
}

/**
 * The nearest source wins: words in the sentence ("according to Reuters"), its note, its link, the dateline, the
 * page itself. Undefined when the page names none and has no publisher: an unknown witness is no witness.
 */
export function originOf(question: OriginQuestion, { registry, cues }: OriginTools): Origin | undefined {
  const { sentence, citation, links = [], dateline } = question;
  const named = registry.find(sentence).find((hit) => cues.holds(sentence, hit));
  if (named) return originAt(named.outlet, 'attribution');
  if (citation) return ofCitation(citation, registry);
  for (const link of links) {
    const outlet = registry.byUrl(link);
    if (outlet) return originAt(outlet, 'link');
  }
  if (dateline?.outlet) return originAt(dateline.outlet, 'dateline');
  return ofPublisher(question, registry);
}

function ofCitation(citation: CslItem, registry: OutletRegistry): Origin {
  const outlet = registry.ofCitation(citation);
  if (outlet) return originAt(outlet, 'note');
  const name = citation['container-title'] ?? citation.publisher ?? citation.title ?? citation.URL ?? citation.id;
  return { kind: 'work', basis: 'note', name, witness: `work:${foldText(name)}` };
}

function ofPublisher({ publisher, url }: OriginQuestion, registry: OutletRegistry): Origin | undefined {
  const outlet = (publisher && registry.byName(publisher)) || (url ? registry.byUrl(url) : undefined);
  if (outlet) return { ...originAt(outlet, 'publisher'), kind: 'own' };
  if (publisher === undefined) return undefined;
  return { kind: 'own', basis: 'publisher', name: publisher, witness: `publisher:${foldText(publisher)}` };
}

function originAt(outlet: Outlet, basis: OriginBasis): Origin {
  return { kind: kindOf(outlet), basis, name: outlet.name, outlet, witness: witnessOf(outlet) };
}

function kindOf({ kind }: Outlet): OriginKind {
  if (kind === 'agency') return 'agency';
  return kind === 'ministry' || kind === 'government' || kind === 'organisation' ? 'official' : 'work';
}

/** One state speaks with one voice through its ministries; outlets of one owner are one witness too. */
function witnessOf({ id, kind, country, owner }: Outlet): string {
  if ((kind === 'ministry' || kind === 'government') && country !== undefined) return `state:${country}`;
  if (owner !== undefined && owner !== 'public broadcaster') return `owner:${foldText(owner)}`;
  return `outlet:${id}`;
}

/** Independent witnesses in a list of origins, in order of first appearance. */
export function witnesses(origins: readonly Origin[]): string[] {
  return [...new Set(origins.map((origin) => origin.witness))];
}
