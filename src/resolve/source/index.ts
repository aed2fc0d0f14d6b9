export { parseSourceCues, type SourceCues } from './cue.ts';
export { type Dateline, findDateline } from './dateline.ts';
export type { OutletHit, WordForms } from './name-index.ts';
export {
  type Origin,
  type OriginBasis,
  type OriginKind,
  type OriginQuestion,
  type OriginTools,
  originOf,
  witnesses,
} from './origin.ts';
export { type Outlet, type OutletKind, parseOutlets } from './outlet.ts';
export { OutletRegistry, type RegistryContent } from './registry.ts';
