/** What a unit becomes, by the unit plus one, and 0 for one not met yet: a look-up instead of a call for every letter. */
type Lowered = Uint32Array;

const plain: Lowered = new Uint32Array(0x10000);
const dotted: Lowered = new Uint32Array(0x10000);
dotted['I'.charCodeAt(0)] = 'ı'.charCodeAt(0) + 1;

/** One-to-one lower case: no unit is added or lost, and no locale is asked. */
export function lowerCase(form: string): string {
  return lower(form, plain);
}

/** As `lowerCase`, with the Turkish pairs I ı and İ i. */
export function lowerCaseDotted(form: string): string {
  return lower(form, dotted);
}

function lower(form: string, known: Lowered): string {
  // most words are in lower case as they stand
  let same = 0;
  while (same < form.length && unitOf(form.charCodeAt(same), known) === form.charCodeAt(same)) same += 1;
  if (same === form.length) return form;
  let out = form.slice(0, same);
  for (let i = same; i < form.length; i++) out += String.fromCharCode(unitOf(form.charCodeAt(i), known));
  return out;
}

function unitOf(code: number, known: Lowered): number {
  const found = known[code]!;
  if (found > 0) return found - 1;
  const unit = lowerUnit(String.fromCharCode(code)).charCodeAt(0);
  known[code] = unit + 1;
  return unit;
}

function lowerUnit(unit: string): string {
  if (unit === 'İ') return 'i';
  const lowered = unit.toLowerCase();
  return lowered.length === 1 ? lowered : unit;
}
