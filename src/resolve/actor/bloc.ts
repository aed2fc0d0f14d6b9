import { foldPlain } from '../../language/segment/fold.ts';
import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import { inList } from './scene.ts';
import type { Situation } from './verdict.ts';

const BLOC_REACH = 3;

/** "Örgüt asker göndermeyi reddetti": a bare word for a body of several states (reference kind `bloc`) that is a role as well. */
export function sameBloc({ roles, name }: Phrase, { scene, memory, sentence }: Situation): Salient | undefined {
  const [role] = roles;
  if (roles.length !== 1 || name !== undefined || !inList(scene, 'bloc', foldPlain(role!.role?.form ?? '')))
    return undefined;
  const { register } = scene.gazetteer;
  return memory.best(
    sentence,
    BLOC_REACH,
    ({ actors }) => actors.length === 1 && register.typeOf(actors[0]!.id) === 'organisation',
  );
}
