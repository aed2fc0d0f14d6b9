import type { SentenceTree } from '../sentence-tree.ts';
import type { CueWords } from './cue-words.ts';

/** A verb of saying at the end of its clause, of one word ("söyledi") or two ("ifade etti"). */
export interface FinalCue {
  readonly first: number;
  readonly last: number;
  /** Closes its clause, hangs on a noun after it ("söyleyen Fidan"), or on a later verb ("söyleyerek"). */
  readonly shape: 'finite' | 'participle' | 'converb';
  readonly passive: boolean;
  readonly speech: boolean;
  readonly object: boolean;
  /** Takes a clause: what it governs is told, not only judged. */
  readonly tells: boolean;
}

/** The cue whose last word is token i. Endings and stems are data: stem, light, finite-, participle- and converb-ending. */
export function cueAt(tree: SentenceTree, cues: CueWords, i: number): FinalCue | undefined {
  const form = tree.form[i]!;
  const light = i > 0 ? stemOf(cues, 'light', form) : undefined;
  if (light) {
    const first = tree.form[i - 1]!;
    const name = `${first}_${light.stem}`;
    if (isKnown(cues, name)) return toCue(cues, name, { first: i - 1, last: i, shape: light.shape });
    if (cues.has('speech-light', light.stem) && startsWithAny(first, cues.words('speech-noun')))
      return { first: i - 1, last: i, shape: light.shape, passive: false, speech: true, object: false, tells: true };
  }
  if (cues.has('predicate', form))
    return { first: i, last: i, shape: 'finite', passive: false, speech: false, object: false, tells: true };
  const own = stemOf(cues, 'stem', form);
  return own && isKnown(cues, own.stem) ? toCue(cues, own.stem, { first: i, last: i, shape: own.shape }) : undefined;
}

function isKnown(cues: CueWords, name: string): boolean {
  return ['clause', 'object', 'naming', 'speech', 'request'].some((kind) => cues.has(kind, name));
}

function toCue(cues: CueWords, name: string, place: Pick<FinalCue, 'first' | 'last' | 'shape'>): FinalCue {
  const passive = cues.has('passive', name);
  const object = ['object', 'naming', 'request'].some((kind) => cues.has(kind, name));
  const { first, last, shape } = place;
  return { first, last, shape, passive, speech: cues.has('speech', name), object, tells: cues.has('clause', name) };
}

interface Stem {
  readonly stem: string;
  readonly shape: FinalCue['shape'];
}

const SHAPES: readonly FinalCue['shape'][] = ['finite', 'participle', 'converb'];

/** The longest stem of a kind that the form begins with and whose ending is a verb's; `variant=stem` entries name their stem. */
function stemOf(cues: CueWords, kind: string, form: string): Stem | undefined {
  const stems = cues.words(kind);
  for (let n = form.length - 1; n >= 1; n--) {
    const head = form.slice(0, n);
    if (!stems.has(head)) continue;
    const ending = form.slice(n);
    for (const shape of SHAPES)
      if (startsWithAny(ending, cues.words(`${shape}-ending`))) return { stem: softened(cues, head), shape };
  }
  return undefined;
}

/** "ed-" of "eden" is "et-". */
function softened(cues: CueWords, stem: string): string {
  const hard = stem.endsWith('d') ? `${stem.slice(0, -1)}t` : stem;
  return hard !== stem && (isKnown(cues, hard) || cues.has('light', hard)) ? hard : stem;
}

function startsWithAny(text: string, heads: ReadonlySet<string>): boolean {
  for (let n = 1; n <= text.length; n++) if (heads.has(text.slice(0, n))) return true;
  return false;
}
