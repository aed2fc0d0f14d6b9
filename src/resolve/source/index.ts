export { parseSourceCues, type SourceCues } from './cue.ts';
export { findDateline, mayBeDateline } from './dateline.ts';
export type { WordForms } from './name-index.ts';
export { type CitedNote, carrierOfCitation, type OriginTools, originOf, pageCarrier, witnesses } from './origin.ts';
export { OutletRegistry } from './registry.ts';
