export { type Entry, entryAt, type Match } from './entry.ts';
export type { ActorFiles, DataFile, OwnFiles } from './files.ts';
export { createGazetteer } from './gazetteer.ts';
export type { Register, Term, Unit as RegisterUnit } from './register.ts';
export { type Resolved, type ResolveInput, resolveInDetail, resolveMentions } from './resolve.ts';
export type { Gazetteer } from './scene.ts';
export { type UnknownName, unknownNames } from './unknown.ts';
export { toSentence, type WhoAnswer, type WhoRequest, who } from './who.ts';
export { keyOf } from './words.ts';
