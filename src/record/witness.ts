import { type Event, foldText, type OriginKind } from '../model/index.ts';

/** One independent origin of a set of reports. */
export interface Witness {
  readonly witness: string;
  readonly name: string;
  /** Absent where nobody knows whose the text is. */
  readonly kind?: OriginKind;
  readonly reports: number;
}

/** Shorter sentences may be the same by chance. */
const LONG_ENOUGH = 60;
/** Who of several with the same words is taken to have them first. */
const FIRST: readonly (OriginKind | undefined)[] = ['official', 'agency', 'speaker', 'work', 'own', undefined];

type Source = Omit<Witness, 'reports'>;

/**
 * The witness of each report, in their order. Reports of one origin are one witness, and so are reports in the same
 * words: a wire text that several outlets print, one with the agency's name and one without. A text of unknown origin
 * stands for itself.
 */
export function witnessEach(events: readonly Event[]): readonly Source[] {
  const first = new Map<string, Source>();
  const words = events.map(wordsOf);
  for (const [i, event] of events.entries()) {
    const key = words[i];
    if (key === undefined) continue;
    const known = first.get(key);
    const own = ownSource(event);
    if (!known || before(own, known)) first.set(key, own);
  }
  return events.map((event, i) => {
    const key = words[i];
    return (key !== undefined && first.get(key)) || ownSource(event);
  });
}

/** The events, each under the witness that it has among the others: a copy of a wire text is the wire's. */
export function withWitnesses(events: readonly Event[]): Event[] {
  const sources = witnessEach(events);
  return events.map((event, i) => {
    const { witness } = sources[i]!;
    if (!event.origin || event.origin.witness === witness) return event;
    return { ...event, origin: { ...event.origin, witness } };
  });
}

/** Independent origins with the number of their reports, most first. */
export function witnessesOf(events: readonly Event[]): Witness[] {
  const found = new Map<string, Witness>();
  for (const source of witnessEach(events)) {
    const known = found.get(source.witness);
    // one state has many voices: the first name in code order, whatever the order of the input
    const named = known && known.name <= source.name ? known : source;
    found.set(source.witness, { ...named, reports: (known?.reports ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.reports - a.reports || (a.witness < b.witness ? -1 : 1));
}

function ownSource({ origin, document }: Event): Source {
  if (!origin) return { witness: `document:${document.id}`, name: document.title ?? document.id };
  const { witness, name, kind } = origin;
  return { witness, name, kind };
}

/** Folded letters and digits of the sentence, with what was coded in it; undefined where it is too short to tell. */
function wordsOf({ evidence, type, attribution }: Event): string | undefined {
  const words = foldText(evidence.quote).replace(/[^\p{L}\p{N}]+/gu, ' ');
  return words.length < LONG_ENOUGH ? undefined : `${type} ${attribution?.speaker.id ?? ''} ${words}`;
}

function before(a: Source, b: Source): boolean {
  const [first, second] = [FIRST.indexOf(a.kind), FIRST.indexOf(b.kind)];
  return first < second || (first === second && a.witness < b.witness);
}
