const special: ReadonlyMap<string, string> = new Map([['İ', 'i']]);

/** One-to-one lower case: no unit is added or lost, and no locale is asked. */
export function lowerCase(form: string): string {
  if (!/[^a-z0-9]/.test(form)) return form;
  let out = '';
  for (let i = 0; i < form.length; i++) out += lowerUnit(form[i]!);
  return out;
}

/** As `lowerCase`, with the Turkish pairs I ı and İ i. */
export function lowerCaseDotted(form: string): string {
  let out = '';
  for (let i = 0; i < form.length; i++) out += form[i] === 'I' ? 'ı' : lowerUnit(form[i]!);
  return out;
}

function lowerUnit(unit: string): string {
  const listed = special.get(unit);
  if (listed !== undefined) return listed;
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}
