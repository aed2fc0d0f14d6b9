import { foldPlain } from '../../language/segment/fold.ts';
import type { Match } from './entry.ts';
import type { DataFile } from './files.ts';
import { eachRow } from './rows.ts';
import type { Ambiguous, Choice, Scene } from './scene.ts';
import { keyOf } from './words.ts';

interface Rule {
  readonly id: string;
  readonly cues: readonly string[];
  readonly why: string;
}

const NO_RULES: readonly Rule[] = [];

export const UNAMBIGUOUS: Ambiguous = { choose: () => undefined };

/** Reads data/words/<lang>/ambiguous.tsv (form, id, cues, why); cues are words or @first-name, @surname, @start, @apostrophe (Gine'nin), @part (Сан-Антонио), @next-lower, @inside-lower, @met:id (named before), @after:word, @before:word … */
export function readAmbiguous(file: DataFile): Ambiguous {
  const rules = new Map<string, Rule[]>();
  eachRow(file.text, ([form, id, cues, why]) => {
    if (!form || !id) return;
    const key = keyOf(form).join(' ');
    const list = rules.get(key) ?? [];
    list.push({
      id,
      cues: (cues ?? '').split(' ').map((cue) => (/^@|-/.test(cue) ? foldCue(cue) : keyOf(cue).join(' '))),
      why: why ?? '',
    });
    rules.set(key, list);
  });
  const byForm = new Map<string, readonly Rule[]>();
  const rulesOf = (form: string): readonly Rule[] => {
    const known = byForm.get(form);
    if (known) return known;
    const own = rules.get(keyOf(form).join(' ')) ?? NO_RULES;
    byForm.set(form, own);
    return own;
  };
  return {
    choose: (match, scene) => {
      const town = american(match, scene);
      if (town) return town;
      const own = rulesOf(match.entries[0]!.form);
      const rule = own.find(({ cues }) => cues.some((cue) => applies(cue, match, scene)));
      return rule && { id: rule.id, why: rule.why };
    },
  };
}

/** As the words of a sentence are folded: "шри-ланка" is one word there, as the dictionary's key of it is not. */
function foldCue(cue: string): string {
  const [, beside, word] = /^(@(?:after|before):)(.+)$/.exec(cue) ?? [];
  if (beside !== undefined && word !== undefined) return beside + foldPlain(word);
  return cue.startsWith('@') ? cue : foldPlain(cue);
}

const MET = '@met:';
const AFTER = '@after:';
const BEFORE = '@before:';
const UNITED_STATES = 'united-states';

/** "Moscow, Idaho": a town that the state behind it tells from its namesake. */
function american(match: Match, scene: Scene): Choice | undefined {
  const { words, gazetteer } = scene;
  const at = match.last + 2;
  const list = gazetteer.reference.get('us-state');
  if (!list || words[match.last + 1] !== ',' || match.entries[0]!.type !== 'state') return undefined;
  const name = [words[at] ?? '', `${words[at] ?? ''} ${words[at + 1] ?? ''}`].find((one) => list.has(one));
  return name === undefined ? undefined : { id: UNITED_STATES, why: 'a town in the US state behind it' };
}

function applies(cue: string, match: Match, scene: Scene): boolean {
  const { tokens, words } = scene;
  const before = tokens[match.first - 1];
  const after = tokens[match.last + 1];
  switch (cue) {
    case '@any':
      return true;
    case '@start':
      return match.first === 0;
    case '@next-lower':
      return (
        match.ending === '' && after !== undefined && /^\p{Ll}/u.test(after.form) && !isSmall(scene, match.last + 1)
      );
    case '@part':
      return /[-‐‑]\p{Lu}/u.test(tokens[match.last]!.form);
    case '@apostrophe':
      return /\p{L}['’]\p{L}/u.test(tokens[match.last]!.form);
    case '@inside-lower':
      return match.first > 0 && applies('@next-lower', match, scene);
    case '@first-name':
      return (
        (match.first > 1 || (before !== undefined && scene.gazetteer.register.isGivenName(before.form))) &&
        isName(before, scene, match.first - 1)
      );
    case '@town-before':
      return words[match.first - 1] === ',' && isName(tokens[match.first - 2], scene, match.first - 2);
    case '@surname':
      return isName(after, scene, match.last + 1) && !opensBody(match.last + 1, scene);
    case '@unintroduced':
      return unintroduced(match, scene);
    case '@unintroduced-start':
      return match.first === 0 && unintroduced(match, scene);
    default:
      if (cue.startsWith(AFTER)) return words[match.first - 1] === cue.slice(AFTER.length);
      if (cue.startsWith(BEFORE)) return words[match.last + 1] === cue.slice(BEFORE.length);
      return cue.startsWith(MET) ? scene.introduced.has(cue.slice(MET.length)) : isSaid(cue, words);
  }
}

/** The word by itself or with an ending behind an apostrophe: "Seul'e". */
function isSaid(cue: string, words: Scene['words']): boolean {
  return words.some((word) => word.startsWith(cue) && (word.length === cue.length || word[cue.length] === "'"));
}

/** "Kenya Revenue Authority", "Jordan Press Association": no surname, but what is called so in several words. */
function opensBody(at: number, { tokens, gazetteer }: Scene): boolean {
  const [found] = gazetteer.find(tokens.slice(at, at + 4));
  return found?.first === 0 && found.last > 0 && found.entries.some(({ type }) => type === 'role');
}

function unintroduced(match: Match, scene: Scene): boolean {
  if (match.entries.some((entry) => scene.introduced.has(entry.id))) return false;
  if (!match.entries.every((entry) => entry.type !== 'person' || entry.kind === 'surname' || entry.kind === 'family'))
    return false;
  const before = match.first - 1;
  return scene.gazetteer.find(scene.tokens.slice(Math.max(0, before - 3), match.first)).every(({ entries, last }) => {
    const adjacent = last === Math.min(3, before);
    return !adjacent || !entries.some((entry) => entry.type === 'role' || entry.type === 'office');
  });
}

function isSmall(scene: Scene, at: number): boolean {
  return scene.gazetteer.reference.get('function')?.has(scene.words[at] ?? '') ?? false;
}

/** A capitalised word that is neither listed nor small: likely part of a person's name. */
export function isName(token: Scene['tokens'][number] | undefined, scene: Scene, index: number): boolean {
  if (!token || !/^\p{Lu}(?:['’]\p{Lu})?\p{Ll}+$/u.test(token.form)) return false;
  if (token.upos !== '' && token.upos !== '_' && token.upos !== 'PROPN') return false;
  if (scene.gazetteer.reference.get('function')?.has(scene.words[index]!) || isMonth(index, scene)) return false;
  return scene.gazetteer.entriesOf(token).length === 0;
}

/** "On 3 June Poland", "in April France": a month's name that people bear too, behind a number or a word of time. */
export function isMonth(at: number, scene: Scene): boolean {
  const before = scene.words[at - 1];
  if (!scene.gazetteer.reference.get('month')?.has(scene.words[at] ?? '') || before === undefined) return false;
  return /^\d/.test(before) || scene.gazetteer.reference.get('before-month')?.has(before) === true;
}
