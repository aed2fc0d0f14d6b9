import type { ActReader } from './act.ts';
import { isPlainPresent } from './verb-forms.ts';

/** What a sentence says of the world around and not of anybody's deed. */
export function isBackground(reader: ActReader, i: number): boolean {
  return (
    isMishap(reader, i) ||
    isOneOf(reader, i) ||
    isStatute(reader, i) ||
    isCompared(reader, i) ||
    isOfFigure(reader, i) ||
    isStill(reader, i) ||
    isRated(reader, i) ||
    isNeeded(reader, i)
  );
}

/** "NATO'nun üyeliğe aldığı üç ülkeden biri": a participle of whoever is one of several (grammar kind `one-of`) says only what he is. */
function isOneOf({ tree, composer }: ActReader, i: number): boolean {
  const noun = tree.head(i);
  return noun >= 0 && tree.relation(i) === 'acl' && composer.grammar.has('one-of', tree.form[noun + 1] ?? '');
}

/** "A plane crashed near Almaty, killing five": the victims of an accident (grammar kind `mishap`) are nobody's. */
function isMishap({ tree, composer }: ActReader, i: number): boolean {
  if (composer.grammar.has('order', 'final')) return isHurtByMishap({ tree, composer }, i);
  if (tree.upos(i) !== 'VERB' || !isGerund({ tree }, i)) return false;
  const before = tree.tokens.findLastIndex((token, k) => k < i && token.upos === 'VERB');
  if (before < 0 || !composer.grammar.has('mishap', tree.lemma[before]!)) return false;
  // "crashed a lorry into the gate, killing two"
  return !tree.dependents(before, 'obj').some((c) => tree.marker(c) === undefined);
}

/** "Tren raydan çıktı, otuz yolcu yaralandı": behind a word of an accident a passive of harm without a doer is nobody's deed. */
function isHurtByMishap({ tree, composer }: Pick<ActReader, 'tree' | 'composer'>, i: number): boolean {
  const { grammar } = composer;
  const isHarm = tree.tokens[i]!.feats['Voice'] === 'Pass' && grammar.has('injuring', tree.lemma[i]!);
  if (!isHarm || tree.dependents(i, 'obl:agent').length > 0) return false;
  const isMishapWord = (k: number): boolean =>
    tree.upos(k) !== 'PROPN' && (grammar.has('mishap', tree.lemma[k]!) || grammar.has('mishap', tree.form[k]!));
  return tree.tokens.some((_, k) => k < i && isMishapWord(k));
}

function isGerund({ tree }: Pick<ActReader, 'tree'>, i: number): boolean {
  const { VerbForm: form, Tense: tense, Voice: voice } = tree.tokens[i]!.feats;
  return form === 'Part' && tense !== 'Past' && voice !== 'Pass';
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

/** "Inflation shot up", "the currency hit a record low": what figures do (grammar kind `figure`) is nobody's deed. */
function isOfFigure({ tree, composer }: ActReader, i: number): boolean {
  if (tree.upos(i) !== 'VERB' || composer.grammar.words('figure').size === 0) return false;
  return tree
    .dependents(i, 'nsubj')
    .some((c) => tree.upos(c) === 'NOUN' && composer.grammar.has('figure', tree.lemma[c]!));
}

/** "still holds 74 hostages": what goes on (grammar kind `lasting`) is a state of things. */
function isStill({ tree, composer }: ActReader, i: number): boolean {
  if (!isPlainPresent(tree, i)) return false;
  return tree.dependents(i, 'advmod').some((c) => composer.grammar.has('lasting', tree.form[c]!));
}

/** "The quarrel over the dam is older than the republic": of a noun that is only compared nothing has happened. */
function isRated({ tree, composer }: ActReader, i: number): boolean {
  if (tree.upos(i) !== 'NOUN' || tree.relation(i) !== 'nsubj' || composer.grammar.words('lasting').size === 0)
    return false;
  const { upos, feats } = tree.tokens[tree.head(i)]!;
  return upos === 'ADJ' && (feats['Degree'] === 'Cmp' || feats['Degree'] === 'Sup');
}

/** "will have to talk to Washington": what is needed is not what is done (grammar kind `must-have`). */
function isNeeded({ tree, composer }: ActReader, i: number): boolean {
  if (!composer.grammar.has('must-have', tree.form[i]!)) return false;
  return tree.dependents(i, 'xcomp').some((c) => composer.grammar.has('infinitive', tree.marker(c) ?? ''));
}
