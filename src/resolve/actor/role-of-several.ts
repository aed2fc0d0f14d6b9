import { foldPlain } from '../../language/segment/fold.ts';
import { bothBefore } from './both-before.ts';
import { apartFrom, twoSpokenOf } from './both-sides.ts';
import type { Entry } from './entry.ts';
import { governmentOf, pairBefore } from './pair.ts';
import type { Phrase } from './phrase.ts';
import { ofState } from './role-of-state.ts';
import { inList } from './scene.ts';
import { roleKind, type Situation, type Verdict } from './verdict.ts';

/** "İki ülkenin dışişleri ve savunma bakanları": of both of the pair that stands right before, or before another role of theirs. */
export function ofPairBefore(phrase: Phrase, at: Situation): Verdict | undefined {
  const pair = pairBefore(phrase, at);
  if (!pair) return undefined;
  const names = pair.map((id) => at.scene.gazetteer.register.nameOf(id));
  const form = (phrase.roles[0]?.role ?? phrase.named[0]!).form;
  const actors = pair.flatMap((id, i) =>
    phrase.roles.length > 0 ? ofState(phrase, at, { id, why: names[i]! }).actors : governmentOf(id, form, at),
  );
  return { kind: 'group', actors, states: pair, why: `${form} of ${names.join(' and ')}` };
}

/** "Their armies" after two states were named together: one of each. */
export function ofSeveral(phrase: Phrase, at: Situation): Verdict | undefined {
  const { register } = at.scene.gazetteer;
  const group = at.memory.best(
    at.sentence,
    2,
    ({ actors }) => actors.length > 1 && actors.every((a) => register.typeOf(a.id) === 'state'),
  );
  if (!group) return undefined;
  const each = group.actors.map((actor) => ofState(phrase, at, { id: actor.id, why: actor.name }));
  const why = `${phrase.roles[0]!.role!.form} of ${group.actors.map((actor) => actor.name).join(' and ')}`;
  return { kind: roleKind(phrase, at.scene), actors: each.flatMap((verdict) => verdict.actors), why };
}

/** "The presidents of Russia and Turkey". */
export function oneEach(phrase: Phrase, owners: readonly Entry[], at: Situation): Verdict {
  const verdicts = owners.map((owner) => ofState(phrase, at, { id: owner.id, why: owner.form }));
  const actors = verdicts.flatMap((verdict) => verdict.actors);
  return { kind: roleKind(phrase, at.scene), actors, why: verdicts.map(({ why }) => why).join('; ') };
}

/** "The two navies", "обе армии", "both presidents": one of each of the two states named last. */
export function ofBoth(phrase: Phrase, at: Situation): Verdict | undefined {
  const { scene } = at;
  const { words } = scene;
  const before = words[phrase.first - 1];
  const role = phrase.roles.at(-1)!.role!;
  const institution = role.kind === 'body' || role.office !== undefined;
  const counted = inList(scene, 'two', before) && (inList(scene, 'definite', words[phrase.first - 2]) || institution);
  const together = bothBefore(phrase, at);
  if (phrase.owned || inList(scene, 'unidentified', foldPlain(role.form))) return undefined;
  if (!inList(scene, 'both', before) && !counted && !together) return undefined;
  const kind = roleKind(phrase, at.scene);
  // "both warlords", "both newspapers"
  if (!counted && !institution && !inList(scene, 'of-state', foldPlain(role.sector ?? '')))
    return { kind, actors: [], sector: role.sector ?? 'UNK', why: `${role.form}: both of whom, the text does not say` };
  const without = apartFrom(phrase, at, 'group');
  const two = together ?? twoSpokenOf(at, without);
  if (two.length < 2) return { kind, actors: [], why: `${role.form}: two states have not been named before` };
  const names = two.map((id) => scene.gazetteer.register.nameOf(id));
  const each = two.map((id, i) => ofState(phrase, at, { id, why: names[i]! }));
  return {
    kind: 'group',
    actors: each.flatMap((verdict) => verdict.actors),
    why: `${role.form} of ${names.join(' and ')}`,
  };
}
