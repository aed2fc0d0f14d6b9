import { printFeats, readFeats } from '../src/language/conllu.ts';
import { lowerCaseDotted } from '../src/language/engine/lower-case.ts';
import { signVerbs } from '../src/language/tr/verb-signs.ts';
import type { Feats } from '../src/model/index.ts';
import { markPassives, type Tree } from './treebank.ts';

/**
 * Turkish treebanks of other styles as BOUN, which is of the one given, would have annotated them, where a rule can tell: participles, verbal nouns and converbs are
 * verbs with their form, tense, polarity and voice; "yardım etti" hangs on yardım; pronouns show their case.
 */
export function asBoun(trees: readonly Tree[], style: number): Tree[] {
  const verbs = verbLemmas(trees);
  return trees.map((tree) =>
    tree.style === style ? tree : markPassives(openCompounds(markVerbForms(showCases(tree), verbs))),
  );
}

/** Lemmas of the finite verbs; predicates that are nouns carry no polarity. */
function verbLemmas(trees: readonly Tree[]): ReadonlySet<string> {
  const lemmas = new Set<string>();
  for (const { upos, feats, lemmas: own } of trees) {
    own.forEach((lemma, i) => {
      if (upos[i] === 'VERB' && /Polarity=|VerbForm=(?:Part|Vnoun|Conv)/.test(feats[i]!)) lemmas.add(lemma);
    });
  }
  return lemmas;
}

/** What follows a verb's stem, and the form that it makes. The first that fits holds. */
const VERB_FORMS: readonly (readonly [RegExp, Feats])[] = [
  [/(?:y?[ıiuü]p|[ae]r[ae]k|[ıiuü]nc[ae]|m[ae]d[ae]n|[dt][ıiuü]kç[ae]|[rz]k[ae]n)$/, { VerbForm: 'Conv' }],
  [/[dt][ıiuü](?:k(?!ç)|ğ)/, { Aspect: 'Perf', Tense: 'Past', VerbForm: 'Part' }],
  [/[ae]c[ae][kğ]/, { Aspect: 'Imp', Tense: 'Fut', VerbForm: 'Part' }],
  [
    /^(?:[ıiuü]?[lnşrt]|l[ae]n|[dt][ıiuü]r|y?[ae]?m[ae]|y?[ae]bil)*y?[ae]n(?:l[ae]r.*|[ae]|[ıi]n?|d[ae]n?)?$/,
    { Tense: 'Pres', VerbForm: 'Part' },
  ],
  [/m[ıiuü]ş(?!l[ıi])/, { Evident: 'Nfh', Tense: 'Past', VerbForm: 'Part' }],
  [/m[ae](?:k|l[ae]r|y[ıiae]|n[ıi]n|s[ıi]|m|n|$)/, { VerbForm: 'Vnoun' }],
  [/^y?[ıiuü]ş/, { VerbForm: 'Vnoun' }],
  [/^(?:.*[^l])?(?:[aeıiuü]r|m[ae]z)$/, { Aspect: 'Hab', Tense: 'Pres', VerbForm: 'Part' }],
];

const DEVERBAL: ReadonlySet<string> = new Set(['NOUN', 'ADJ', 'ADV']);

/** "verilen" ADJ becomes a verb, participle of the present, passive. */
function markVerbForms(tree: Tree, verbs: ReadonlySet<string>): Tree {
  const upos = [...tree.upos];
  const feats = tree.feats.map(readFeats);
  const known = { isVerb: (stem: string) => verbs.has(stem), isNoun: () => false };
  tree.forms.forEach((form, i) => {
    const lemma = tree.lemmas[i]!;
    const rest = DEVERBAL.has(upos[i]!) && verbs.has(lemma) ? behindStem(lowerCaseDotted(form), lemma) : undefined;
    const found = rest === undefined ? undefined : VERB_FORMS.find(([pattern]) => pattern.test(rest));
    if (found === undefined) return;
    const one = { forms: [form], upos: ['VERB'], feats: [{ ...feats[i], ...found[1], Polarity: 'Pos' }] };
    signVerbs({ ...one, tags: [], lemmas: [], heads: [], deprels: [] }, known);
    upos[i] = 'VERB';
    feats[i] = { ...one.feats[0], ...found[1] };
  });
  return { ...tree, upos, feats: feats.map(printFeats) };
}

/** Suffixes of a form; a stem's last t may have become d: git, giden. */
function behindStem(lower: string, lemma: string): string | undefined {
  const soft = lemma.replace(/t$/, 'd');
  return lower.startsWith(lemma) || lower.startsWith(soft) ? lower.slice(lemma.length) : undefined;
}

const LIGHT: ReadonlySet<string> = new Set(['et', 'ol']);

/**
 * "yardım etti": what helps hangs on what is done, with all that hung on it; so too where the verb has another object ("sesi yok
 * saydı"). All other nouns in fixed phrases are objects or obliques by their case: imza attı, ele aldı.
 */
function openCompounds(tree: Tree): Tree {
  const heads = [...tree.heads];
  const deprels = [...tree.deprels];
  for (let i = 1; i < heads.length; i++) {
    if (tree.upos[i] !== 'VERB') continue;
    const done = i - 1;
    const under = (relation: string): number =>
      deprels.findIndex((deprel, k) => deprel === relation && heads[k] === i + 1);
    const adjacent = heads[done] === i + 1 && deprels[done] === 'compound';
    if (adjacent && (LIGHT.has(tree.lemmas[i]!) || (isBare(tree, done) && under('obj') >= 0))) {
      lift(heads, deprels, i);
    }
    for (let k = under('compound'); k >= 0; k = under('compound')) deprels[k] = relationOf(tree, k);
  }
  return { ...tree, heads, deprels };
}

/** The word before verb i takes its place in the tree. */
function lift(heads: number[], deprels: string[], i: number): void {
  const done = i - 1;
  heads.forEach((head, k) => {
    if (head === i + 1) heads[k] = done + 1;
  });
  heads[done] = heads[i]!;
  deprels[done] = deprels[i]!;
  heads[i] = done + 1;
  deprels[i] = 'compound';
}

function isBare({ upos, feats }: Tree, i: number): boolean {
  return upos[i] === 'NOUN' && /Case=Nom/.test(feats[i]!);
}

function relationOf({ upos, feats }: Tree, i: number): string {
  if (upos[i] !== 'NOUN' && upos[i] !== 'PROPN' && upos[i] !== 'PRON') return upos[i] === 'ADV' ? 'advmod' : 'obl';
  return /Case=(?!Nom|Acc)/.test(feats[i]!) ? 'obl' : 'obj';
}

/** Case endings of pronouns, which some treebanks leave out. */
const PRONOUN_CASES: readonly (readonly [RegExp, string])[] = [
  [/(?:n[ıiuü]n|benim|bizim)$/, 'Gen'],
  [/[dt][ae]n$/, 'Abl'],
  [/[dt][ae]$/, 'Loc'],
  [/l[ae]$/, 'Ins'],
  [/^(?:beni|seni|bizi|sizi)$|(?:n[ıiuü]|l[ae]r[ıi])$/, 'Acc'],
  [/^(?:bize|size)$|(?:n[ae]|l[ae]r[ae])$/, 'Dat'],
];

function showCases(tree: Tree): Tree {
  const feats = tree.feats.map((text, i) => {
    if (tree.upos[i] !== 'PRON' || /Case=/.test(text)) return text;
    const lower = lowerCaseDotted(tree.forms[i]!);
    const found = PRONOUN_CASES.find(([ending]) => ending.test(lower));
    return printFeats({ ...readFeats(text), Case: found?.[1] ?? 'Nom', Number: 'Sing', Person: '3' });
  });
  return { ...tree, feats };
}
