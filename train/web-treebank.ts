import { printFeats } from '../src/language/conllu.ts';
import { lowerCaseDotted } from '../src/language/engine/lower-case.ts';
import type { Feats } from '../src/model/index.ts';
import type { Tree } from './treebank.ts';
import { toUdTree } from './web-relations.ts';

/** A word of the Google web treebank: it may be of several inflectional groups, one a line in the file. */
interface Groups {
  readonly first: number;
  readonly last: number;
}

/** The Google web treebank in UD: groups joined to words, features and relations renamed, heads turned round. */
export function fromWebTreebank(tree: Tree): Tree {
  const words = joinGroups(tree);
  const wordOf = new Map<number, number>();
  words.forEach(({ first, last }, w) => {
    for (let i = first; i <= last; i++) wordOf.set(i, w);
  });
  const heads = words.map(({ last }) => (tree.heads[last] === 0 ? 0 : wordOf.get(tree.heads[last]! - 1)! + 1));
  const read = words.map((word) => readWord(tree, word));
  return toUdTree({
    forms: words.map((word) => formOf(tree, word)),
    lemmas: words.map((word) => lemmaOf(tree, word)),
    upos: read.map(({ upos }) => upos),
    xpos: words.map(() => '_'),
    feats: read.map(({ feats }) => printFeats(feats)),
    heads,
    deprels: words.map(({ last }) => tree.deprels[last]!),
    text: tree.text,
    style: tree.style,
  });
}

function joinGroups({ deprels, heads }: Tree): Groups[] {
  const out: Groups[] = [];
  let first = 0;
  deprels.forEach((deprel, i) => {
    if (deprel === 'ig' && heads[i] === i + 2) return;
    out.push({ first, last: i });
    first = i + 1;
  });
  return out;
}

function formOf({ forms }: Tree, { first, last }: Groups): string {
  return forms.slice(first, last + 1).join('');
}

/** The first group's, or the form up to the last suffix that makes a new verb: açıkla of açıkla-n-ma-yan. */
function lemmaOf(tree: Tree, { first, last }: Groups): string {
  let made = first;
  for (let i = first + 1; i <= last; i++) if (/Derivation=(?:Make|Acq|Bcm)/.test(tree.feats[i]!)) made = i;
  if (made > first) return lowerCaseDotted(formOf(tree, { first, last: made }));
  return tree.lemmas[first] === '_' ? lowerCaseDotted(formOf(tree, { first, last })) : tree.lemmas[first]!;
}

/** Tag of a word's last group -> universal tag; those of verbs and predicates are decided by more. */
const PARTS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['NOUN', 'NN'],
    ['PROPN', 'NNP ADD'],
    ['ADJ', 'JJ'],
    ['ADP', 'IN'],
    ['CCONJ', 'CC'],
    ['DET', 'DT PDT WDT'],
    ['ADV', 'RB WRB DUP RPC EP'],
    ['NUM', 'CD'],
    ['PRON', 'PRI PRP WP PRP$ PRD PRR PRF'],
    ['AUX', 'RPQ RPNEG'],
    ['SCONJ', 'OP'],
    ['INTJ', 'UH'],
    ['VERB', 'VB VJ VN'],
  ].flatMap(([part, tags]) => tags!.split(' ').map((tag) => [tag, part!])),
);

const VERB_FORMS: Readonly<Record<string, Feats>> = {
  Inf: { VerbForm: 'Vnoun' },
  Ger: { VerbForm: 'Vnoun' },
  Nonf: { VerbForm: 'Vnoun' },
  PastNom: { Aspect: 'Perf', Tense: 'Past', VerbForm: 'Part' },
  PastPart: { Aspect: 'Perf', Tense: 'Past', VerbForm: 'Part' },
  PerPart: { Evident: 'Nfh', Tense: 'Past', VerbForm: 'Part' },
  FutNom: { Aspect: 'Imp', Tense: 'Fut', VerbForm: 'Part' },
  FutPart: { Aspect: 'Imp', Tense: 'Fut', VerbForm: 'Part' },
  PresNom: { Tense: 'Pres', VerbForm: 'Part' },
  PresPart: { Tense: 'Pres', VerbForm: 'Part' },
};

const TENSES: Readonly<Record<string, Feats>> = {
  Past: { Aspect: 'Perf', Evident: 'Fh', Tense: 'Past' },
  Nar: { Evident: 'Nfh', Tense: 'Past' },
  Aor: { Aspect: 'Hab', Tense: 'Pres' },
  Prog1: { Aspect: 'Prog', Tense: 'Pres' },
  Prog2: { Aspect: 'Prog', Tense: 'Pres' },
  Fut: { Aspect: 'Prosp', Tense: 'Fut' },
  Imp: { Mood: 'Imp' },
  Opt: { Mood: 'Opt' },
  Desr: { Mood: 'Cnd' },
  Nec: { Mood: 'Nec' },
};

interface Reading {
  readonly upos: string;
  readonly feats: Feats;
}

function readWord(tree: Tree, { first, last }: Groups): Reading {
  const groups = tree.feats.slice(first, last + 1);
  const own = (name: string): string | undefined => featOf(groups.at(-1)!, name);
  const tag = tree.xpos[last]!;
  const verbal = tree.xpos.slice(first, last).includes('VB');
  const upos =
    PARTS[tag] ??
    (tag === 'CRB' && verbal ? 'VERB' : tag === 'CRB' ? 'ADV' : predicateOf(own('Case'), tree.upos[last]!));
  if (upos !== 'VERB') return { upos, feats: DECLINED.has(upos) ? declension(own) : {} };
  const any = (pattern: RegExp): boolean => groups.some((feats) => pattern.test(feats));
  const voices = [any(/Derivation=Cau/) ? 'Cau' : '', any(/Derivation=Pass/) ? 'Pass' : ''].join('');
  const form = tag === 'CRB' ? { VerbForm: 'Conv' } : (VERB_FORMS[own('Derivation') ?? ''] ?? {});
  return {
    upos,
    feats: {
      ...(tag === 'VB' ? person(own('PersonNumber')) : tag === 'VN' ? declension(own) : {}),
      ...(tag === 'VB'
        ? TENSES[own('TenseAspectMood') ?? '']
        : tag === 'VN' || tag === 'VJ' || tag === 'CRB'
          ? form
          : {}),
      ...(any(/Derivation=Able/) ? { Mood: 'Pot' } : {}),
      ...(voices === '' ? {} : { Voice: voices }),
      Polarity: any(/Polarity=Neg/) ? 'Neg' : 'Pos',
    },
  };
}

const DECLINED: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);

/** Predicates without a verb are what they are without the copula. */
function predicateOf(shown: string | undefined, upos: string): string {
  if (upos === 'VERB') return shown === undefined ? 'ADJ' : 'NOUN';
  return upos === 'PUNCT' ? 'PUNCT' : 'X';
}

function featOf(feats: string, name: string): string | undefined {
  return feats
    .split('|')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

function person(code: string | undefined): Feats {
  const [, who, number] = /^[AVP](\d)(sg|pl)$/.exec(code ?? '') ?? [];
  return who === undefined ? {} : { Number: number === 'pl' ? 'Plur' : 'Sing', Person: who };
}

function declension(own: (name: string) => string | undefined): Feats {
  const { Number: count, Person: owner } = person(own('Possessive'));
  const shown = own('Case') ?? 'Bare';
  return {
    ...person(own('PersonNumber') ?? 'A3sg'),
    Case: shown === 'Bare' ? 'Nom' : shown,
    ...(owner === undefined ? {} : { 'Number[psor]': count!, 'Person[psor]': owner }),
  };
}
