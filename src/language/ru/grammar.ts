import type { Grammar } from '../engine/analyser.ts';
import type { Dictionary, DictionaryReading } from '../engine/dictionary.ts';
import { lowerCase } from '../engine/lower-case.ts';
import { applyLemmaRule } from '../engine/suffix-table.ts';
import { isName } from './names.ts';
import { repairNouns } from './nouns.ts';
import { repairRoles } from './roles.ts';
import { repairTense } from './tense.ts';

/** Parts of speech of the OpenCorpora dictionary that a universal tag may stand for. */
const PARTS: ReadonlyMap<string, RegExp> = new Map([
  ['NOUN', /^NOUN/],
  ['PROPN', /^NOUN/],
  ['VERB', /^(?:VERB|INFN|PRT[FS]|GRND)$/],
  ['AUX', /^(?:VERB|INFN)$/],
  ['ADJ', /^(?:ADJ[FS]|COMP)$/],
  ['ADV', /^ADVB$/],
]);

const CASES: ReadonlyMap<string, string> = new Map([
  ['Nom', 'nomn'],
  ['Gen', 'gent'],
  ['Dat', 'datv'],
  ['Acc', 'accs'],
  ['Ins', 'ablt'],
  ['Loc', 'loct'],
]);

/** Russian beside the common engine: an OpenCorpora dictionary for readings and lemmas. */
export function russianGrammar(dictionary: Dictionary): Grammar {
  const lower = (form: string): string => lowerCase(form).replaceAll('ё', 'е');
  return {
    lower,
    finish: (draft) => {
      repairNouns(draft, dictionary, lower);
      repairTense(draft, dictionary, lower);
      repairRoles(draft, dictionary, lower);
    },
    dictionary: true,
    isName: (forms, i) => isName(forms, i, dictionary, lower),
    lookUp: (lower) => dictionary.find(lower),
    baseOf: (lower) => {
      const first = dictionary.find(lower).all[0];
      return first ? applyLemmaRule(first.rule, lower, lower) : lower;
    },
    nameHead,
    lemmaClass: (tag) => (tag.startsWith('VERB') ? tag.split(' ').slice(0, 2).join(' ') : tag.split(' ')[0]!),
    lemmaRule: (lower, tag) =>
      /^[а-я-]+$/.test(lower) ? bestReading(dictionary.find(lower).all, tag)?.rule : undefined,
  };
}

/** The reading of the tag's part of speech that shares most with it; the first of equals. */
function bestReading(readings: readonly DictionaryReading[], tag: string): DictionaryReading | undefined {
  const fields = tag.split(' ');
  const wanted = PARTS.get(fields[0]!);
  if (wanted === undefined) return undefined;
  let best: DictionaryReading | undefined;
  let most = -1;
  for (const reading of readings) {
    if (!wanted.test(reading.part)) continue;
    const score = agreement(fields, reading.tag.split(' '));
    if (score <= most) continue;
    most = score;
    best = reading;
  }
  return best;
}

function agreement(fields: readonly string[], reading: readonly string[]): number {
  let score = 0;
  for (const field of fields) {
    if (reading.includes(CASES.get(field) ?? '')) score += 2;
    if ((field === 'S' && reading.includes('s')) || (field === 'P' && reading.includes('p'))) score++;
  }
  if (fields[0] === 'PROPN' && /^NOUN./.test(reading[0]!)) score += 2;
  return score;
}

/** Европейский союз, but Владимир Путин: the first word that is not an adjective in front of another word. */
function nameHead(forms: readonly string[]): number {
  for (let i = 0; i + 1 < forms.length; i++) if (!ADJECTIVE.test(forms[i]!)) return i;
  return forms.length - 1;
}

const ADJECTIVE = /(?:[ыио]й|[ая]я|[ое]е|ые|ие|ого|его|ому|ему|[ыи]м|ом|ем|ой|ей|ую|юю|ых|их|ыми|ими)$/;
