/** Case suffixes behind the apostrophe of a name. */
const AFTER_APOSTROPHE: readonly (readonly [RegExp, string])[] = [
  [/^y?[ıiuü]$/, 'Acc'],
  [/^[yn]?[ae]$/, 'Dat'],
  [/^n?[dt][ae]$/, 'Loc'],
  [/^n?[dt][ae]n$/, 'Abl'],
  [/^n?[ıiuü]n$/, 'Gen'],
  [/^y?l[ae]$/, 'Ins'],
];

const CASES = /(?: |^)(?:Nom|Acc|Dat|Loc|Abl|Gen|Ins|Equ)(?= |$)/;
const DECLINED = /^(?:NOUN|PROPN|PRON|ADJ|NUM) /;

/** The tags a form may have by the suffix behind its apostrophe (İran'ı, Rusya'ya); undefined where that decides nothing. */
export function limitTags(lower: string): ((tag: string) => boolean) | undefined {
  const apostrophe = lower.lastIndexOf("'");
  if (apostrophe <= 0) return undefined;
  const suffix = lower.slice(apostrophe + 1);
  const found = AFTER_APOSTROPHE.find(([pattern]) => pattern.test(suffix));
  return found && LIMITS.get(found[1]);
}

const LIMITS = new Map(AFTER_APOSTROPHE.map(([, name]) => [name, (tag: string): boolean => mayBeCase(tag, name)]));

/** Tags without any case (verbs, adverbs) stay open. */
function mayBeCase(tag: string, name: string): boolean {
  const shown = CASES.exec(tag)?.[0].trim();
  return DECLINED.test(tag) ? shown === name : shown === undefined || shown === name;
}

const SHORTEST = 6;

/** -yı after a vowel is an accusative, and no possessive stands before it: saldırıyı, anlaşmayı. */
export function isPlainAccusative(lower: string): boolean {
  return lower.length >= SHORTEST && /[aeıioöuü]y[ıiuü]$/.test(lower);
}

/** Ends of forms and the cases that they show (Acc, Gen …) or leave open (an i may be an accusative or a possessive). */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/(?:[aeıioöuü]y|[ıiuü]n|[ıiuü][mn][ıiuü]z)[ıiuü]$/, 'Acc'],
  [/[ıiuü]m[ıiuü]$/, 'my Acc'],
  [/l[ae]r[ıi]$/, 'plural i'],
  [/s[ıiuü]$/, 'possessive'],
  [/(?:[ıiuü]n[ıiuü]n|l[ae]r[ıi]n)$/, 'Gen'],
  [/[dt][ae]$/, 'Loc'],
  [/[dt][ae]n$/, 'Abl'],
  [/(?:[ıiuü]n|[aeıiuü]y|l[ae]r)[ae]$/, 'Dat'],
  [/l[ae]$/, 'Ins'],
  [/n[ıiuü]n$/, 'Gen'],
  [/l[ae]r$/, 'plural'],
  [/[ıiuü]$/, 'i'],
  [/[ae]$/, 'a'],
];
const SHORTEST_SHAPE = 4;

/** What the end of a form says of its case, whatever the tagger says. */
export function caseShape(lower: string): string {
  if (lower.length < SHORTEST_SHAPE) return lower;
  return SHAPES.find(([pattern]) => pattern.test(lower))?.[1] ?? '';
}

/** Lemma rule of figures and of names whose suffix stands behind an apostrophe: 1980'lerde is 1980, İran'ı is İran. */
export function cutSuffix(lower: string, tag: string): string | undefined {
  const apostrophe = lower.indexOf("'");
  if (/^\d/.test(lower)) {
    if (apostrophe > 0) return `l${lower.length - apostrophe}:`;
    return /\d$/.test(lower) ? 'l0:' : undefined;
  }
  return apostrophe > 1 && tag.startsWith('PROPN') ? `c${lower.length - apostrophe}:` : undefined;
}
