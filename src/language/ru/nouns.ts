import { extended } from '../../model/index.ts';
import type { Draft } from '../engine/analyser.ts';
import type { Dictionary } from '../engine/dictionary.ts';

const ATTRIBUTIVE = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'SYM']);

/**
 * Adjectives that stand for people ("российскими военными", "двое рабочих"), in place: what the dictionary also knows as
 * a noun for a living being and no noun follows is one, and the adjective before it is its own.
 */
export function repairNouns(draft: Draft, dictionary: Dictionary, lower: (form: string) => string): void {
  const { forms, upos, feats } = draft;
  for (let i = 0; i < forms.length; i++) {
    if (upos[i] !== 'ADJ' || ATTRIBUTIVE.has(upos[i + 1] ?? '')) continue;
    const plain = lower(forms[i]!);
    const { all } = dictionary.find(plain);
    const living = all.some(({ part, tag }) => /^NOUN/.test(part) && /\ba\b/.test(tag));
    if (!/^[а-я-]+$/.test(plain) || !living || !all.some(({ part }) => part === 'ADJF')) continue;
    upos[i] = 'NOUN';
    feats[i] = extended(feats[i]!, { Animacy: 'Anim' });
    if (i > 0 && upos[i - 1] === 'ADJ') takeOver(draft, i - 1, i);
  }
}

/** Hangs an adjective that agrees with the noun behind it on that noun. */
function takeOver({ heads, deprels, feats }: Draft, adjective: number, noun: number): void {
  const [a, n] = [feats[adjective]!, feats[noun]!];
  if (a['Case'] !== n['Case'] || a['Number'] !== n['Number'] || heads[adjective] === noun) return;
  if (heads[noun] === adjective) {
    heads[noun] = heads[adjective]!;
    deprels[noun] = deprels[adjective] === 'conj' ? 'nmod' : deprels[adjective]!;
  } else if (isUnder(heads, noun, adjective)) return;
  heads[adjective] = noun;
  deprels[adjective] = 'amod';
}

function isUnder(heads: readonly number[], i: number, top: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < heads.length; at = heads[at]!, steps++) if (at === top) return true;
  return false;
}
