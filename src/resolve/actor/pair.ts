import type { Actor } from '../../model/index.ts';
import type { Phrase } from './phrase.ts';
import { inList } from './scene.ts';
import type { Situation } from './verdict.ts';

/** The two states of the pair that stands right before a role, or before another role of theirs ("iki ülkenin dışişleri ve savunma bakanları"). */
export function pairBefore({ first }: Phrase, { scene, memory, sentence }: Situation): readonly string[] | undefined {
  if (!inList(scene, 'possessive-compound', 'yes')) return undefined;
  const joined = inList(scene, 'conjunction', scene.words[first - 1] ?? '');
  const end = first - (joined ? 2 : 1);
  return memory.latest(sentence, ({ range, states }) => range?.last === end && states?.length === 2)?.states;
}

/** Of an office that is listed by name for one state, the same of another. */
export function governmentOf(state: string, name: string, { scene }: Situation): Actor[] {
  const unit = scene.gazetteer.register.unit(state);
  return unit ? [{ id: `${state}-gov`, code: unit.code, sector: 'GOV', name }] : [];
}
