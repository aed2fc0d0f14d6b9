/** Irregular forms that are participles only: "frozen assets" tells nothing without an auxiliary. */
const PARTICIPLES = new Set(
  (
    'arisen awoken beaten begun bitten blown borne born broken chosen done drawn driven drunk eaten fallen flown forbidden ' +
    'foregone forgiven forgotten forsaken frozen given gone grown hidden known laden mistaken mown outgrown overdrawn ' +
    'overtaken overthrown proven redrawn retaken rewritten ridden risen rung sewn shaken shaven shown shrunken slain ' +
    'sown spoken stolen stricken striven sung sunken sworn swollen taken thrown torn trodden undergone undertaken undone ' +
    'woken worn woven withdrawn written'
  ).split(' '),
);

/** Bare forms of verbs that end like a past. */
const BARE = new Set('bleed breed embed exceed interbreed overfeed proceed shred speed succeed'.split(' '));

const notFinite = (tag: string): boolean => !/^(?:VERB|AUX) (?:VBD|VBP|VBZ|VB|MD)$/.test(tag);
const notPresent = (tag: string): boolean => !/^(?:VERB|AUX) (?:VBP|VBZ|VB|MD)$/.test(tag);

/** Which tags the ending of a verb's form rules out: "accused" is no present and no infinitive, "frozen" no finite verb. */
export function limitByForm(lower: string): ((tag: string) => boolean) | undefined {
  if (PARTICIPLES.has(lower)) return notFinite;
  return lower.length > 4 && lower.endsWith('ed') && !BARE.has(lower) ? notPresent : undefined;
}
