import type { ActReader } from './act.ts';
import { auxiliaries } from './stance.ts';

/** What a sentence says of the world around and not of anybody's deed. */
export function isBackground(reader: ActReader, i: number): boolean {
  return isMishap(reader, i) || isSupposed(reader, i) || isStatute(reader, i) || isCompared(reader, i);
}

/** "A plane crashed near Almaty, killing five": the victims of an accident (grammar kind `mishap`) are nobody's. */
function isMishap({ tree, composer }: ActReader, i: number): boolean {
  if (tree.upos(i) !== 'VERB' || !isGerund({ tree }, i)) return false;
  const before = tree.tokens.findLastIndex((token, k) => k < i && token.upos === 'VERB');
  if (before < 0 || !composer.grammar.has('mishap', tree.lemma[before]!)) return false;
  // "crashed a lorry into the gate, killing two"
  return !tree.dependents(before, 'obj').some((c) => tree.marker(c) === undefined);
}

function isGerund({ tree }: Pick<ActReader, 'tree'>, i: number): boolean {
  const { VerbForm: form, Tense: tense, Voice: voice } = tree.tokens[i]!.feats;
  return form === 'Part' && tense !== 'Past' && voice !== 'Pass';
}

/** "An attack on Iran would unite the country": a noun of which only what might come of it is told. */
function isSupposed({ tree, composer }: ActReader, i: number): boolean {
  const { grammar } = composer;
  if (tree.upos(i) !== 'NOUN' || tree.relation(i) !== 'nsubj' || grammar.words('conditional').size === 0) return false;
  const verb = tree.head(i);
  if (verb < 0 || grammar.has('aspect', tree.lemma[verb]!) || grammar.has('carrier', tree.lemma[verb]!)) return false;
  return auxiliaries(tree, verb).some((word) => grammar.has('conditional', word) || grammar.has('hypothetical', word));
}

/** "The constitution gives the president the right": what a basic law or a treaty says (grammar kind `statute`) holds always. */
function isStatute({ tree, composer }: ActReader, i: number): boolean {
  if (tree.upos(i) !== 'VERB' || tree.tokens[i]!.feats['Tense'] !== 'Pres') return false;
  return tree.dependents(i, 'nsubj').some((c) => composer.grammar.has('statute', tree.lemma[c]!));
}

/** "sold more copper to China than in any month": figures compared (grammar kinds `trade-verb`, `comparative`, `than`). */
function isCompared({ tree, composer }: ActReader, i: number): boolean {
  const { grammar } = composer;
  if (!grammar.has('trade-verb', tree.lemma[i]!)) return false;
  const more = tree.form.findIndex((word, k) => k > i && grammar.has('comparative', word));
  return more >= 0 && more <= i + 4;
}
