import { type ActorFiles, createGazetteer, type DataFile, type Gazetteer } from '../resolve/actor/gazetteer.ts';
import { listData, readData } from './data-folder.ts';

const loaded = new Map<string, Gazetteer>();

function file(path: string): DataFile {
  return { at: `data/${path}`, text: readData(path) };
}

/** The actor dictionary as one language names it, built at first use. */
export function gazetteerOf(language: string): Gazetteer {
  const known = loaded.get(language);
  if (known) return known;
  const gazetteer = createGazetteer(actorFiles(language));
  loaded.set(language, gazetteer);
  return gazetteer;
}

function actorFiles(language: string): ActorFiles {
  const table = (name: string): DataFile => file(`actors/${name}.tsv`);
  const word = (name: string): DataFile => file(`words/${language}/${name}.tsv`);
  const names = listData(`actors/names/${language}`).map((name) => file(`actors/names/${language}/${name}`));
  return {
    states: table('states'),
    organisations: table('organisations'),
    groups: table('groups'),
    bodies: table('bodies'),
    people: table('people'),
    offices: table('offices'),
    officeRoles: table('office-roles'),
    terms: table('terms'),
    members: table('members'),
    names,
    roles: word('roles'),
    reference: word('reference'),
    inflection: word('inflection'),
    ...(listData(`words/${language}`).includes('ambiguous.tsv') ? { ambiguous: word('ambiguous') } : {}),
  };
}
