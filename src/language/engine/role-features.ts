import type { Draft } from './analyser.ts';
import { addStyleRows, hashText, join, slot } from './hash.ts';

/** At most this many features are written. */
export const ROLE_FEATURES = 160;

/** What a language can say of a form beyond its last letters and its lemma. */
export interface RoleSpelling {
  /** What a lower-case form ends in. */
  ending(lower: string): string;
  /** The form without it. */
  stem(lower: string): string;
}

export interface RoleView extends Partial<RoleSpelling> {
  /** Annotation style, 0 for none. */
  readonly style: number;
  lower(form: string): string;
  /** Words that can play no part, whatever the weights say. */
  bars?(draft: Draft, word: number): boolean;
}

/** A tagged and parsed sentence in numbers: one hash a word and column, and running counts for what lies between two words. */
export class RoleSentence {
  readonly draft: Draft;
  /** Annotation style, as in the model. */
  readonly style: number;
  readonly form: Int32Array;
  readonly lemma: Int32Array;
  readonly suffix: Int32Array;
  readonly ending: Int32Array;
  readonly stem: Int32Array;
  readonly number: Int32Array;
  /** Universal tag and case. */
  readonly kind: Int32Array;
  /** The same with the possessive. */
  readonly owned: Int32Array;
  readonly shape: Int32Array;
  readonly voice: Int32Array;
  /** Verb form, person and number. */
  readonly verb: Int32Array;
  readonly relation: Int32Array;
  readonly isVerb: Uint8Array;
  /** Number of such words before each place. */
  readonly verbs: Int32Array;
  readonly commas: Int32Array;
  readonly bare: Int32Array;
  readonly accusatives: Int32Array;
  readonly finite: Int32Array;
  readonly quotes: Int32Array;
  /** Verbs whose tree holds a subject (1), an object (2). */
  readonly served: Uint8Array;

  constructor(draft: Draft, view: RoleView) {
    const { forms, lemmas, upos, feats, deprels, heads } = draft;
    const column = (value: (i: number) => number): Int32Array => Int32Array.from(forms, (_, i) => value(i));
    const lowers = forms.map((form) => view.lower(form));
    this.draft = draft;
    this.style = view.style;
    this.form = column((i) => hashText(lowers[i]!));
    this.lemma = column((i) => hashText(lemmas[i]!, 1));
    this.suffix = column((i) => hashText(lowers[i]!.slice(-3), 2));
    this.ending = column((i) => hashText(view.ending?.(lowers[i]!) ?? '', 8));
    this.stem = column((i) => hashText(view.stem?.(lowers[i]!) ?? lemmas[i]!, 10));
    this.number = column((i) => hashText(feats[i]!['Number'] ?? '', 9));
    this.kind = column((i) => hashText(`${upos[i]} ${feats[i]!['Case'] ?? ''}`, 3));
    this.owned = column((i) => hashText(`${upos[i]} ${feats[i]!['Case'] ?? ''} ${feats[i]!['Person[psor]'] ?? ''}`, 4));
    this.shape = column((i) => (lowers[i] === forms[i] ? 1 : 2));
    this.voice = column((i) => hashText(`${feats[i]!['Voice'] ?? ''} ${feats[i]!['VerbForm'] ?? ''}`, 5));
    this.verb = column((i) => hashText(`${feats[i]!['VerbForm']} ${feats[i]!['Person']} ${feats[i]!['Number']}`, 6));
    this.relation = column((i) => hashText(deprels[i]!, 7));
    this.isVerb = Uint8Array.from(upos, (part) => (part === 'VERB' ? 1 : 0));
    this.verbs = counts(upos, (i) => upos[i] === 'VERB');
    this.commas = counts(upos, (i) => upos[i] === 'PUNCT');
    this.bare = counts(upos, (i) => NOMINALS.has(upos[i]!) && (feats[i]!['Case'] ?? 'Nom') === 'Nom');
    this.accusatives = counts(upos, (i) => feats[i]!['Case'] === 'Acc');
    this.finite = counts(upos, (i) => upos[i] === 'VERB' && (feats[i]!['VerbForm'] ?? 'Fin') === 'Fin');
    this.quotes = counts(upos, (i) => QUOTES.test(forms[i]!));
    this.served = new Uint8Array(forms.length);
    heads.forEach((head, i) => {
      if (head < 0) return;
      if (deprels[i] === 'nsubj' || deprels[i] === 'nsubj:pass') this.served[head]! |= 1;
      else if (deprels[i] === 'obj') this.served[head]! |= 2;
    });
  }
}

const QUOTES = /^["'“”‘’«»]+$/;
const NOMINALS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);

function counts(words: readonly string[], test: (i: number) => boolean): Int32Array {
  const out = new Int32Array(words.length + 1);
  for (let i = 0; i < words.length; i++) out[i + 1] = out[i]! + (test(i) ? 1 : 0);
  return out;
}

/** What the tree says of word i and the verb. */
function treeRelation({ draft, relation, isVerb }: RoleSentence, verb: number, i: number): number {
  const { heads } = draft;
  const head = heads[i]!;
  if (head === verb) return join(1, relation[i]!);
  if (heads[verb] === i) return join(2, relation[verb]!);
  if (head < 0) return 3;
  if (head === heads[verb]) return join(4, join(relation[i]!, relation[verb]!));
  const above = heads[head] === verb ? 5 : 6;
  return join(above, join(relation[i]!, isVerb[head]! * 2 + (head > i ? 1 : 0)));
}

function clip(count: number, most: number): number {
  return Math.min(count, most);
}

/** Weight rows for the role of word i under a verb; gives their number. */
export function roleFeatures(s: RoleSentence, verb: number, i: number, z: number, f: Int32Array): number {
  const [from, to] = i < verb ? [i + 1, verb] : [verb + 1, i];
  const side = i < verb ? 1 : 2;
  const distance = to - from;
  const near = join(side, distance > 12 ? 8 : distance > 6 ? 7 : distance > 3 ? 6 : distance);
  const between = (column: Int32Array, most: number): number => clip(column[to]! - column[from]!, most);
  const verbs = join(between(s.verbs, 3), side);
  const commas = between(s.commas, 2);
  const bare = between(s.bare, 3);
  const accusatives = between(s.accusatives, 2);
  const rel = treeRelation(s, verb, i);
  const kind = s.kind[i]!;
  const owned = s.owned[i]!;
  const voice = s.voice[verb]!;
  const next = i + 1 < s.owned.length ? s.owned[i + 1]! : 1;
  const before = i > 0 ? s.kind[i - 1]! : 1;
  const ahead = verb > 0 ? s.kind[verb - 1]! : 1;
  const served = s.served[verb]!;
  const relKind = join(rel, kind);
  const kindVoice = join(kind, voice);
  const finite = join(between(s.finite, 2), s.finite[verb + 1]! - s.finite[verb]!);
  const quotes = between(s.quotes, 2);
  const last = clip(s.finite[s.finite.length - 1]! - s.finite[verb + 1]!, 2);
  const earlier = clip(s.verbs[i]!, 2);
  const clause = join(join(finite, quotes), join(last, side));
  const verbHead = s.draft.heads[verb]!;
  let k = 0;
  f[k++] = slot(0, 0, z);
  f[k++] = slot(1, rel, z);
  f[k++] = slot(2, relKind, z);
  f[k++] = slot(3, join(relKind, voice), z);
  f[k++] = slot(4, owned, z);
  f[k++] = slot(5, kindVoice, z);
  f[k++] = slot(6, join(owned, near), z);
  f[k++] = slot(7, join(kind, join(verbs, commas)), z);
  f[k++] = slot(8, s.form[i]!, z);
  f[k++] = slot(9, join(s.lemma[i]!, kind), z);
  f[k++] = slot(10, join(s.lemma[verb]!, kind), z);
  f[k++] = slot(11, join(s.lemma[verb]!, rel), z);
  f[k++] = slot(12, join(s.suffix[i]!, kind), z);
  f[k++] = slot(13, join(owned, next), z);
  f[k++] = slot(14, join(owned, before), z);
  f[k++] = slot(15, join(kindVoice, join(verbs, bare)), z);
  f[k++] = slot(16, join(kindVoice, near), z);
  f[k++] = slot(17, join(owned, bare), z);
  f[k++] = slot(18, join(kind, accusatives), z);
  f[k++] = slot(19, join(kind, s.verb[verb]!), z);
  f[k++] = slot(20, join(rel, near), z);
  f[k++] = slot(21, join(rel, next), z);
  f[k++] = slot(22, join(rel, verbs), z);
  f[k++] = slot(23, join(kind, served), z);
  f[k++] = slot(24, join(relKind, served), z);
  f[k++] = slot(25, join(s.suffix[verb]!, kind), z);
  f[k++] = slot(26, join(rel, voice), z);
  f[k++] = slot(27, join(kind, join(ahead, near)), z);
  f[k++] = slot(28, join(join(kind, next), verbs), z);
  f[k++] = slot(29, join(s.shape[i]!, kindVoice), z);
  f[k++] = slot(30, join(kind, clip(s.bare[i]!, 2)), z);
  f[k++] = slot(31, join(owned, join(clip(s.bare[i]!, 2), join(bare, verbs))), z);
  f[k++] = slot(32, join(s.suffix[i]!, near), z);
  f[k++] = slot(33, join(join(kind, next), before), z);
  f[k++] = slot(34, join(relKind, join(bare, accusatives)), z);
  f[k++] = slot(35, join(s.form[verb]!, kind), z);
  f[k++] = slot(36, join(kind, clause), z);
  f[k++] = slot(37, join(rel, clause), z);
  f[k++] = slot(38, join(owned, join(clause, bare)), z);
  f[k++] = slot(39, join(kind, join(join(earlier, clip(s.bare[i]!, 2)), join(last, finite))), z);
  f[k++] = slot(40, join(join(kind, next), clause), z);
  f[k++] = slot(41, join(s.form[i + 1 < s.form.length ? i + 1 : i]!, kind), z);
  f[k++] = slot(42, join(join(kind, before), clause), z);
  const verbRel = join(
    s.relation[verb]!,
    join(verbHead === verb - 1 ? 1 : verbHead < 0 ? 2 : verbHead < verb ? 3 : 4, verbHead < 0 ? 0 : s.kind[verbHead]!),
  );
  const beforeVerb = verb > 0 ? s.lemma[verb - 1]! : 1;
  f[k++] = slot(43, join(verbRel, side), z);
  f[k++] = slot(44, join(verbRel, kind), z);
  f[k++] = slot(45, join(beforeVerb, join(s.lemma[verb]!, kind)), z);
  f[k++] = slot(46, join(beforeVerb, kind), z);
  f[k++] = slot(47, join(i > 0 ? s.form[i - 1]! : 1, kind), z);
  f[k++] = slot(48, join(s.lemma[i]!, s.lemma[verb]!), z);
  f[k++] = slot(49, join(join(kind, i === 0 || s.commas[i]! > s.commas[i - 1]! ? 1 : 0), clause), z);
  f[k++] = slot(50, join(s.lemma[i]!, s.verb[verb]!), z);
  f[k++] = slot(51, join(relKind, s.lemma[verb]!), z);
  f[k++] = slot(52, join(s.suffix[verb]!, join(owned, distance === 0 ? 1 : 0)), z);
  f[k++] = slot(53, join(kind, join(s.number[i]!, s.verb[verb]!)), z);
  f[k++] = slot(54, join(s.ending[i]!, s.ending[verb]!), z);
  f[k++] = slot(55, join(s.ending[i]!, rel), z);
  f[k++] = slot(56, join(s.ending[verb]!, kind), z);
  f[k++] = slot(57, join(s.ending[i]!, join(next, side)), z);
  f[k++] = slot(58, join(join(s.ending[verb]!, clause), kind), z);
  const above = s.draft.heads[i]!;
  f[k++] = slot(59, join(s.stem[verb]!, s.ending[i]!), z);
  f[k++] = slot(60, join(s.stem[verb]!, rel), z);
  f[k++] = slot(61, join(s.stem[i]!, kind), z);
  f[k++] = slot(62, join(s.stem[i]!, s.stem[verb]!), z);
  f[k++] = slot(63, join(s.ending[i]!, clause), z);
  f[k++] = slot(64, join(s.ending[i]!, join(bare, join(verbs, accusatives))), z);
  f[k++] = slot(65, join(s.ending[i]!, join(i + 1 < s.ending.length ? s.ending[i + 1]! : 1, kind)), z);
  f[k++] = slot(66, join(s.ending[i]!, join(above < 0 ? 1 : s.ending[above]!, rel)), z);
  f[k++] = slot(67, join(s.ending[verb]!, join(verb > 0 ? s.ending[verb - 1]! : 1, kind)), z);
  return addStyleRows(f, k, { number: s.style, shift: z, step: 1 });
}
