import { type ActorFiles, createGazetteer, type DataFile, type Gazetteer } from '../resolve/actor/index.ts';
import { listData, readData } from './data-folder.ts';
import { type OwnDictionary, ownFiles } from './own-dictionary.ts';

const loaded = new Map<string, Gazetteer>();
const withOwn = new WeakMap<OwnDictionary, Map<string, Gazetteer>>();

function file(path: string): DataFile {
  return { at: `data/${path}`, text: readData(path) };
}

/** The actor dictionary as one language names it, with the project's own names if there are any; built at first use. */
export function gazetteerOf(language: string, own?: OwnDictionary): Gazetteer {
  const names = own && ownFiles(own, language);
  const kept = own && names ? (withOwn.get(own) ?? new Map<string, Gazetteer>()) : loaded;
  if (own && names) withOwn.set(own, kept);
  const known = kept.get(language);
  if (known) return known;
  const files = actorFiles(language);
  const gazetteer = createGazetteer(names ? { ...files, own: names } : files);
  kept.set(language, gazetteer);
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
    celebrities: table('celebrities'),
    names,
    roles: word('roles'),
    reference: word('reference'),
    inflection: word('inflection'),
    ...(listData(`words/${language}`).includes('ambiguous.tsv') ? { ambiguous: word('ambiguous') } : {}),
  };
}
