import type { Mention, Sentence, Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/** What may stand before a name of a list: "the noble Norway". */
const DESCRIBES = new Set(['DET', 'ADJ']);
const HUNG = new Set(['obl', 'nmod', 'appos', 'obj', 'conj', 'dep', 'iobj']);

/**
 * "criticised Chad, the noble Norway and old Kenya": names in a row, joined by commas and at last by "and", are one list,
 * wherever the parser hung the later ones. Only where subjects stand before verbs (grammar kind `adjacent`).
 */
export function repairLists(sentence: Sentence, mentions: readonly Mention[]): Sentence {
  const { tokens } = sentence;
  const names = mentions.filter(({ kind, actors }) => kind === 'name' && actors.length > 0);
  const moved = new Map<number, Token>();
  for (let at = 0; at < names.length; at++) {
    const list = listFrom(tokens, names, at);
    if (list.length < 3 || !isOpenList(tokens, list)) continue;
    const [first, ...others] = list;
    for (const { head } of others)
      if (!leadsTo(tokens, head, first!.head)) moved.set(head, { ...tokens[head]!, head: first!.head, deprel: 'conj' });
    at += list.length - 1;
  }
  return moved.size === 0
    ? sentence
    : withTokens(
        sentence,
        tokens.map((token, i) => moved.get(i) ?? token),
      );
}

/** The names from one on that only commas, "and" and describing words part; none where "and" does not come last. */
function listFrom(tokens: readonly Token[], names: readonly Mention[], at: number): readonly Mention[] {
  const list = [names[at]!];
  for (const next of names.slice(at + 1)) {
    const joint = jointOf(tokens, list.at(-1)!.last, next.first);
    if (joint === undefined) return [];
    list.push(next);
    if (joint === 'CCONJ') return list;
  }
  return [];
}

function jointOf(tokens: readonly Token[], last: number, first: number): 'PUNCT' | 'CCONJ' | undefined {
  let i = last + 1;
  const comma = tokens[i]?.form === ',';
  if (comma) i++;
  const joined = tokens[i]?.upos === 'CCONJ';
  if (joined) i++;
  if (!comma && !joined) return undefined;
  while (i < first && DESCRIBES.has(tokens[i]!.upos)) i++;
  if (i !== first) return undefined;
  return joined ? 'CCONJ' : 'PUNCT';
}

/** No verb follows whose subject the last names are ("after talks with Chad, Norway and Kenya condemned it"). */
function isOpenList(tokens: readonly Token[], list: readonly Mention[]): boolean {
  const next = tokens[list.at(-1)!.last + 1]?.upos;
  return (
    next !== 'VERB' && next !== 'AUX' && next !== 'ADV' && list.every(({ head }) => HUNG.has(tokens[head]!.deprel))
  );
}

function leadsTo(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  for (let steps = 0; at >= 0 && at !== to && steps < tokens.length; steps++) {
    if (tokens[at]!.deprel !== 'conj') return false;
    at = tokens[at]!.head;
  }
  return at === to;
}
