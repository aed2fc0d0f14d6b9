import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotateConllu, type Language, type LanguageEntry, languages, textToConllu } from '../src/language/index.ts';
import type { LockedRange, RawToken, Token } from '../src/model/index.ts';

function load({ files, create }: LanguageEntry): Language {
  const model = readFileSync(`data/${files.model}`);
  const abbreviations = readFileSync(`data/${files.abbreviations}`, 'utf8');
  const closed = readFileSync(`data/${files.closed}`, 'utf8');
  if (files.dictionary === undefined) return create({ model, abbreviations, closed });
  return create({ model, abbreviations, closed, dictionary: readFileSync(`data/${files.dictionary}`) });
}

/** One sentence a language: who (agent) does what (verb) to whom (patient). */
const KNOWN: Readonly<Record<string, { text: string; verb: string; lemma: string; agent: string; patient: string }>> = {
  en: {
    text: 'Russia condemned the attack in Syria.',
    verb: 'condemned',
    lemma: 'condemn',
    agent: 'Russia',
    patient: 'attack',
  },
  ru: {
    text: 'Россия осудила нападение в Сирии.',
    verb: 'осудила',
    lemma: 'осудить',
    agent: 'Россия',
    patient: 'нападение',
  },
  tr: { text: 'Rusya saldırıyı kınadı.', verb: 'kınadı', lemma: 'kına', agent: 'Rusya', patient: 'saldırıyı' },
};

function isTree(tokens: readonly Token[]): boolean {
  const roots = tokens.filter((token) => token.head === -1);
  if (roots.length !== 1 || roots[0]!.deprel !== 'root') return false;
  const sound = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const path: number[] = [];
    let at = i;
    while (at >= 0 && sound[at] === 0 && path.length <= tokens.length) {
      path.push(at);
      at = tokens[at]!.head;
    }
    if (path.length > tokens.length) return false;
    for (const node of path) sound[node] = 1;
  }
  return true;
}

function wordsOf(text: string): RawToken[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: form, index }) => ({ form, start: index, end: index + form.length }));
}

const HOSTILE: readonly string[] = [
  '!!! … --- ?!',
  'a a a a a a a a a a a a a a a a',
  'МОСКВА MOSKOVA Moscow 莫斯科 موسكو',
  'zero\u200bwidth \u202eright to left\u202c \ufeffmark',
  '\ud83d alone \udc4d halves \u{1f44d}\u{1f3fd}',
  'THE PRESIDENT WARNED IRAN . ПРЕЗИДЕНТ ЗАЯВИЛ . CUMHURBAŞKANI İRAN I UYARDI',
  '1!l|I0O rn m vv w §¶ ¬ ~~~ ^^',
  '__proto__ constructor toString hasOwnProperty',
];

describe.each(languages.map((entry) => ({ entry, code: entry.code })))('language $code', ({ entry }) => {
  const language = load(entry);

  it('names itself as its entry does and has its files', () => {
    expect(language.code).toBe(entry.code);
    for (const path of Object.values(entry.files)) expect(existsSync(`data/${path}`)).toBe(true);
  });

  it('knows who does what to whom in a plain sentence', () => {
    const known = KNOWN[entry.code];
    expect(known, 'every language has a sentence here').toBeDefined();
    const { text, verb, lemma, agent, patient } = known!;
    const tokens = language.analyse(language.tokenise(text, 0, text.length));
    const at = tokens.findIndex((token) => token.form === verb);
    expect(tokens[at]).toMatchObject({ upos: 'VERB', head: -1, lemma });
    expect(tokens.find((token) => token.form === agent)).toMatchObject({ head: at, deprel: 'nsubj' });
    expect(tokens.find((token) => token.form === patient)).toMatchObject({ head: at, deprel: 'obj' });
  });

  it('gives one tree over the same tokens for any text, and the same one again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
        const raw = language.tokenise(text, 0, text.length);
        const tokens = language.analyse(raw);
        expect(tokens.map(({ start, end, form }) => ({ start, end, form }))).toEqual(raw);
        for (const { start, end, form } of tokens) expect(text.slice(start, end)).toBe(form);
        if (tokens.length > 0) expect(isTree(tokens)).toBe(true);
        expect(language.analyse(raw)).toEqual(tokens);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('keeps a locked name whole: proper nouns that hang on one of them', () => {
    const range = fc.record({ first: fc.nat(12), last: fc.nat(12) });
    fc.assert(
      fc.property(fc.array(range, { maxLength: 3 }), (locked: LockedRange[]) => {
        const raw = wordsOf('the quick brown Fox Council met seven lazy dogs near Ankara .');
        const tokens = language.analyse(raw, locked);
        expect(isTree(tokens)).toBe(true);
        const sound = locked.filter(({ first, last }) => first <= last && last < raw.length);
        if (sound.length !== 1) return;
        const { first, last } = sound[0]!;
        const name = tokens.slice(first, last + 1);
        expect(name.every((token) => token.upos === 'PROPN')).toBe(true);
        expect(name.filter((token) => token.head < first || token.head > last)).toHaveLength(1);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it('analyses a sentence of 100,000 words', () => {
    const tokens = language.analyse(
      Array.from({ length: 100_000 }, (_, i) => ({ form: i % 7 ? 'word' : ',', start: i, end: i })),
    );
    expect(tokens).toHaveLength(100_000);
    expect(isTree(tokens)).toBe(true);
  });

  it('does not depend on what it has analysed before', () => {
    const fresh = load(entry);
    const raw = wordsOf(KNOWN[entry.code]!.text);
    language.analyse(wordsOf(HOSTILE.join(' ')));
    expect(language.analyse(raw)).toEqual(fresh.analyse(raw));
  });

  it('keeps words, comments and multiword lines of CoNLL-U and fills the other columns', () => {
    const lines = [
      '# sent_id = 1',
      '1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_',
      ...['a', 'b'].map((f, i) => `${i + 1}\t${f}${'\t_'.repeat(7)}\tX=${i}`),
    ];
    const out = annotateConllu(language, `${lines.join('\n')}\n\n`).split('\n');
    expect(out.slice(0, 2)).toEqual(lines.slice(0, 2));
    const cells = out.slice(2, 4).map((line) => line.split('\t'));
    expect(cells.map((c) => [c[0], c[1], c[9]])).toEqual([
      ['1', 'a', 'X=0'],
      ['2', 'b', 'X=1'],
    ]);
    for (const c of cells) expect([c[2], c[3], c[6], c[7]]).not.toContain('_');
  });

  it('prints a text as CoNLL-U that it can read again', () => {
    const printed = textToConllu(language, `${KNOWN[entry.code]!.text} ${KNOWN[entry.code]!.text}`);
    expect(annotateConllu(language, printed)).toBe(printed);
  });
});

describe('CoNLL-U', () => {
  it('says which line is no word line', () => {
    expect(() => annotateConllu(load(languages[0]!), '1\ta\n')).toThrow(
      expect.objectContaining({ code: 'CONLLU_FORMAT' }),
    );
  });
});

describe('a model file', () => {
  it.each(languages)('of $code that is cut short or foreign is refused', ({ files, create }) => {
    const bytes = readFileSync(`data/${files.model}`);
    const rest = {
      abbreviations: 'form\tkind\nx\tnever\n',
      closed: 'part\tforms\texample\nDET\tx\tx.\n',
      ...(files.dictionary ? { dictionary: readFileSync(`data/${files.dictionary}`) } : {}),
    };
    expect(() => create({ model: bytes.subarray(0, 5000), ...rest })).toThrow(
      expect.objectContaining({ code: 'MODEL_FORMAT' }),
    );
    expect(() => create({ model: Buffer.from('nothing'), ...rest })).toThrow(
      expect.objectContaining({ code: 'MODEL_FORMAT' }),
    );
  });
});
