export type * from './actor.ts';
export type * from './csl.ts';
export type * from './document.ts';
export { ChanceryError, type ErrorDetail } from './error.ts';
export type * from './event.ts';
export type * from './interval.ts';
export * from './span.ts';
export type * from './statement.ts';
export type * from './token.ts';
