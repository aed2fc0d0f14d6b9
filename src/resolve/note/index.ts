export { noteReach, type Reach } from './reach.ts';
export { resolveNotes } from './resolve.ts';
export { type NoteWordFile, type NoteWords, parseNoteWords } from './words.ts';
