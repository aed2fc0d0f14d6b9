import type { CueReader } from './draft.ts';
import { nounBefore } from './surface.ts';

export interface Subject {
  /** Head token of the phrase that speaks. */
  readonly head: number;
  /** "who" of "the minister, who said …": named beside its noun. */
  readonly relative?: number;
  /** The tokens of the phrase where word order tells them, not the tree. */
  readonly phrase?: readonly number[];
}

const CLIMBING = ['conj', 'advcl', 'xcomp', 'parataxis', 'acl', 'ccomp'];
const MAX_CLIMB = 5;

/** Who says what the verb i says: its own subject, the agent of a passive, the noun it modifies, or that of the clause above. */
export function subjectOf(reader: CueReader, i: number): Subject | undefined {
  if (isPassive(reader, i)) return agentOf(reader, i);
  const shown = activeSubject(reader, i, 0);
  return nearerSubject(reader, i, shown) ?? shown;
}

/** A noun right before a finite verb is its subject, though the parser hung it elsewhere. */
function nearerSubject(reader: CueReader, i: number, shown: Subject | undefined): Subject | undefined {
  const { tree } = reader;
  if (!isFiniteVerb(reader, i)) return undefined;
  const near = nounBefore(reader, i);
  if (near.length === 0 || (shown && near.includes(shown.head))) return undefined;
  const last = near.at(-1)!;
  if (['obj', 'iobj', 'obl'].includes(tree.relation(last)) && tree.head(last) < near[0]! && tree.upos(last) !== 'PRON')
    return undefined;
  const head =
    near.find((k) => ['NOUN', 'PROPN', 'PRON'].includes(tree.upos(k)) && !near.includes(tree.head(k))) ?? last;
  return { head, phrase: near };
}

function isFiniteVerb({ tree }: CueReader, i: number): boolean {
  if (tree.tokens[i]!.feats['VerbForm'] === 'Fin') return true;
  return tree.dependents(i, 'aux').some((c) => tree.tokens[c]!.feats['VerbForm'] === 'Fin');
}

function activeSubject(reader: CueReader, at: number, climbed: number): Subject | undefined {
  const { tree, cues } = reader;
  const own = tree.dependents(at, 'nsubj').find((c) => !hasAdposition(reader, c) && !isOfDocument(reader, at, c));
  if (own !== undefined) return withRelative(reader, at, own);
  const patient = climbed > 0 ? tree.dependents(at, 'nsubj:pass')[0] : undefined;
  if (patient !== undefined) return withRelative(reader, at, patient);
  const governor = tree.head(at);
  const relation = tree.relation(at);
  if (governor < 0 || climbed > MAX_CLIMB || !CLIMBING.includes(relation)) return undefined;
  // "NAME, citing …, said": joined to its noun
  if (['conj', 'advcl'].includes(relation) && climbed === 0 && isHangingOn(reader, at)) return { head: governor };
  if (relation === 'acl') return issuerOf(reader, documentAbove(reader, governor)) ?? { head: governor };
  if (relation === 'ccomp' && tree.tokens[at]!.feats['VerbForm'] === 'Fin') return undefined;
  // "asked voters to support …": the voters support
  const object = relation === 'xcomp' ? tree.dependents(governor, 'obj')[0] : undefined;
  if (object !== undefined && cues.has('request', tree.lemma[governor]!)) return { head: object };
  return activeSubject(reader, governor, climbed + 1);
}

function isHangingOn({ tree }: CueReader, at: number): boolean {
  const { VerbForm: form, Tense: tense } = tree.tokens[at]!.feats;
  const isParticiple = form === 'Ger' || (form === 'Part' && tense === 'Pres');
  return isParticiple && tree.form[at - 1] === ',' && tree.head(at) === at - 2 && tree.upos(at - 2) === 'PROPN';
}

/** "a message to its supporters saying …": what is said stands in the message. */
function documentAbove({ tree, cues }: CueReader, noun: number): number {
  const above = tree.relation(noun) === 'nmod' ? tree.head(noun) : -1;
  return above >= 0 && cues.has('document', tree.lemma[above]!) ? above : noun;
}

/** "The ministry issued a statement saying …": who issues the document says it. */
function issuerOf({ tree, cues, grammar }: CueReader, document: number): Subject | undefined {
  const verb = tree.head(document);
  if (verb < 0 || tree.relation(document) !== 'obj' || !cues.has('document', tree.lemma[document]!)) return undefined;
  const issuer = tree.dependents(verb, 'nsubj').find((c) => !grammar.has('relative', tree.form[c]!));
  if (issuer !== undefined) return { head: issuer };
  // "NAME, who said …, issued a statement saying": joined to the clause that has the subject
  const above = tree.relation(verb) === 'conj' ? tree.dependents(tree.head(verb), 'nsubj')[0] : undefined;
  return above === undefined || grammar.has('relative', tree.form[above]!) ? undefined : { head: above };
}

function withRelative({ tree, grammar }: CueReader, verb: number, subject: number): Subject {
  const governor = tree.head(verb);
  const isRelative = tree.relation(verb) === 'acl:relcl' && grammar.has('relative', tree.form[subject]!);
  return isRelative && governor >= 0 ? { head: governor, relative: subject } : { head: subject };
}

export function isPassive({ tree }: CueReader, i: number): boolean {
  if (tree.dependents(i, 'nsubj:pass', 'aux:pass', 'csubj:pass').length > 0) return true;
  // a bare participle is passive only where it hangs on something: at the root the tagger took the past tense for it
  const hangs = ['acl', 'advcl', 'amod', 'xcomp', 'acl:relcl', 'conj'].includes(tree.relation(i));
  return hangs && tree.tokens[i]!.feats['Voice'] === 'Pass' && tree.dependents(i, 'nsubj', 'aux', 'ccomp').length === 0;
}

/** "At Boca West, …" is no subject, whatever the tree says. */
function hasAdposition({ tree }: CueReader, i: number): boolean {
  return tree.dependents(i, 'case').some((c) => c < i && tree.upos(c) === 'ADP');
}

/** "a message on Twitter reading": hung on the verb, the place still belongs to the document. */
function isOfDocument({ tree, cues }: CueReader, verb: number, i: number): boolean {
  const document = tree.head(verb);
  const isAdposed = tree.upos(i - 1) === 'ADP' && tree.relation(i - 1) === 'mark';
  return isAdposed && tree.relation(verb) === 'acl' && document >= 0 && cues.has('document', tree.lemma[document]!);
}

/** "by the government" of a passive. */
export function agentOf({ tree, grammar }: CueReader, i: number): Subject | undefined {
  const agent =
    tree.dependents(i, 'obl:agent')[0] ??
    tree.dependents(i, 'obl', 'nmod').find((c) => grammar.has('agent', tree.marker(c) ?? ''));
  return agent === undefined ? undefined : { head: agent };
}

/** A verb without a subject whose speaker is a place or paper: "in the Kremlin they stress", "the statement reads" in some languages. */
export function placeSpeaker({ tree, cues }: CueReader, i: number): Subject | undefined {
  const { feats } = tree.tokens[i]!;
  if (cues.words('place-marker').size === 0 || feats['VerbForm'] === 'Inf') return undefined;
  const place = tree
    .dependents(i, 'obl', 'nmod')
    .find((c) => c < i + 4 && cues.has('place-marker', tree.marker(c) ?? ''));
  if (place === undefined) return undefined;
  const isPaper = cues.has('document', tree.lemma[place]!);
  const isAside = place < i || tree.upos(i - 1) === 'PUNCT';
  return isPaper || (isAside && feats['Number'] === 'Plur') ? { head: place } : undefined;
}
