import { ChanceryError, type Feats, featNames, interned } from '../model/index.ts';

/** One word line of a CoNLL-U sentence; `head` counts from 1, 0 is the root. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  readonly head: number;
  readonly deprel: string;
  readonly misc: string;
}

/** Lines that are no words (comments, multiword tokens, empty nodes) and the number of words before each. */
export interface ConlluLine {
  readonly before: number;
  readonly text: string;
}

export interface ConlluSentence {
  readonly words: readonly ConlluWord[];
  readonly others: readonly ConlluLine[];
}

/** Subtypes that matter for who did what to whom; all other relations lose theirs. */
const KEPT_SUBTYPES: ReadonlySet<string> = new Set(['nsubj:pass', 'csubj:pass', 'aux:pass', 'obl:agent', 'acl:relcl']);

export function plainRelation(deprel: string): string {
  if (KEPT_SUBTYPES.has(deprel)) return deprel;
  const colon = deprel.indexOf(':');
  return colon < 0 ? deprel : deprel.slice(0, colon);
}

/** Reads CoNLL-U text. Throws CONLLU_FORMAT with the line. */
export function readConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let words: ConlluWord[] = [];
  let others: ConlluLine[] = [];
  const close = (): void => {
    if (words.length > 0 || others.length > 0) sentences.push({ words, others });
    words = [];
    others = [];
  };
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.replace(/\r$/, '');
    if (line === '') close();
    else if (/^(?:#|\d+[-.])/.test(line)) others.push({ before: words.length, text: line });
    else words.push(readWord(line, { number: i + 1, id: words.length + 1 }));
  }
  close();
  return sentences;
}

function readWord(line: string, place: { readonly number: number; readonly id: number }): ConlluWord {
  const cells = line.split('\t');
  if (cells.length !== 10 || cells[0] !== String(place.id)) {
    throw new ChanceryError('CONLLU_FORMAT', 'not a CoNLL-U word line', {
      at: `line ${place.number}`,
      expected: `word ${place.id} with 10 tab-separated columns`,
      found: line.slice(0, 60),
      hint: 'Sentences are separated by an empty line, words are numbered from 1',
    });
  }
  const [, form, lemma, upos, xpos, feats, head, deprel, , misc] = cells as [string, ...string[]];
  return {
    form: form!,
    lemma: lemma!,
    upos: upos!,
    xpos: xpos!,
    feats: feats!,
    head: head === '_' ? -1 : Number(head),
    deprel: deprel!,
    misc: misc!,
  };
}

/** "Case=Gen|Number=Sing", in the treebanks' order; "_" for none. */
export function printFeats(feats: Feats): string {
  const names = featNames(feats).sort((a, b) => (foldName(a) < foldName(b) ? -1 : 1));
  return names.length === 0 ? '_' : names.map((name) => `${name}=${feats[name]}`).join('|');
}

/** Feature names are ASCII; UD sorts them without regard to case. */
function foldName(name: string): string {
  return name.toLowerCase();
}

export function readFeats(text: string): Feats {
  if (text === '_' || text === '') return {};
  const feats: Record<string, string> = {};
  for (const pair of text.split('|')) {
    const equals = pair.indexOf('=');
    if (equals > 0) feats[pair.slice(0, equals)] = interned(pair.slice(equals + 1));
  }
  return feats;
}

export function printConllu(sentences: readonly ConlluSentence[]): string {
  const lines: string[] = [];
  for (const { words, others } of sentences) {
    let o = 0;
    for (let i = 0; i <= words.length; i++) {
      while (o < others.length && others[o]!.before === i) lines.push(others[o++]!.text);
      if (i < words.length) lines.push(printWord(words[i]!, i + 1));
    }
    lines.push('');
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function printWord(word: ConlluWord, id: number): string {
  const head = word.head < 0 ? '_' : String(word.head);
  const cells = [id, word.form, word.lemma, word.upos, word.xpos, word.feats, head, word.deprel, '_', word.misc];
  return cells.join('\t');
}
