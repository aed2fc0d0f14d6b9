import { foldPlain } from '../../language/segment/fold.ts';
import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import { inList, type Scene } from './scene.ts';
import type { Situation } from './verdict.ts';

/** Embassies and ambassadors (reference kind `envoy`): a bare "ministry" behind them is not their state's. */
export function isEnvoy({ roles }: Phrase, scene: Scene): boolean {
  return roles.some(({ role }) => role !== undefined && inList(scene, 'envoy', foldPlain(role.form)));
}

/**
 * "Москва вызвала посла Рахмана Мустафаева": an envoy whom a state summons or sends away (reference kind `to-envoy`) is of
 * the other one of the two that the text is about.
 */
export function envoyOf(phrase: Phrase, { scene, memory, sentence }: Situation): string | undefined {
  const token = scene.tokens[phrase.last]!;
  const head = scene.tokens[phrase.roles.at(-1)!.last]!;
  const verb = scene.tokens[/^(?:obj|iobj)/.test(head.deprel) ? head.head : token.head];
  if (!isEnvoy(phrase, scene) || !verb || !inList(scene, 'to-envoy', foldPlain(verb.lemma))) return undefined;
  const doer: Salient | undefined = memory.latest(sentence, ({ subject, state }) => subject && state !== undefined);
  const two = doer && memory.twoOfText();
  return two?.includes(doer!.state!) ? two.find((id) => id !== doer!.state) : undefined;
}
