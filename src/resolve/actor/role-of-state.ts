import { type Actor, extended } from '../../model/index.ts';
import { entryAt } from './entry.ts';
import { holderOf } from './office.ts';
import type { Phrase } from './phrase.ts';
import { inList, type Scene } from './scene.ts';
import { sideOf } from './side.ts';
import { nameOf, pluralised, roleKind, type Situation, sectorOf, slug, type Verdict } from './verdict.ts';

export function ofState(phrase: Phrase, at: Situation, asked: { id: string; why: string }): Verdict {
  const { register } = at.scene.gazetteer;
  const owner = sideOf(phrase, at, asked.id) ?? asked;
  const unit = register.unit(owner.id);
  const code = register.actingCode(owner.id) ?? '';
  const roles = phrase.roles.map((role) => role.role!);
  const main = sectorOf(phrase, at.scene);
  const sector = unit?.type === 'group' && !main.specific ? (unit.sector ?? main.sector) : main.sector;
  const why = `${roles.map((role) => `${role.form} (${entryAt(role)})`).join(', ')}; ${owner.why}`;
  const kind = roleKind(phrase, at.scene);
  if (code === '') return { kind, actors: [], why };
  const singular =
    roles.length === 1 &&
    !phrase.name &&
    !phrase.former &&
    phrase.state?.part !== true &&
    !isOfPart(phrase, at.scene) &&
    (roles[0]!.office !== undefined || roles[0]!.kind === 'person');
  const office = roles[0]!.office ?? slug(roles[0]!.form);
  const holder = singular ? holderOf(register, owner.id, office, at.on) : undefined;
  if (holder && !pluralised(phrase, at.scene)) {
    const name = register.nameOf(holder.person);
    const actor: Actor = { id: holder.person, code, sector, name, office: register.nameOf(holder.office) };
    return { kind, actors: [actor], state: owner.id, why: `${why}; holder ${name} (${holder.at})` };
  }
  const name = nameOf(phrase, at);
  const id = phrase.name ? slug(name) : `${owner.id}-${slug(sector || main.form)}`;
  const said = sector === '' ? { id, code, name } : { id, code, sector, name };
  const actor: Actor = phrase.name ? extended(said, { office: roles[0]!.form }) : said;
  return { kind, actors: [actor], state: owner.id, why };
}

/** "The Iraqi Kurdish leader" is not Iraq's. */
function isOfPart({ stateUnit, last }: Phrase, scene: Scene): boolean {
  return (
    stateUnit !== undefined && scene.words.slice(stateUnit.last + 1, last).some((word) => inList(scene, 'people', word))
  );
}
