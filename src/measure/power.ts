export const definition = "The first side's share of the two sides' material capabilities.";
export const formula =
  'B = sum CINC(A) / (sum CINC(A) + sum CINC(B)); CINC: mean of the six world shares of military spending and personnel, iron and steel, energy, total and urban population';
export const unit = 'share, 0 to 1; 0.5 is parity';
export const source = 'Singer, Bremer & Stuckey 1972; Correlates of War, National Material Capabilities (imported)';

/** undefined when a side has no known member or both weigh nothing. Unknown members are left out. */
export function powerBalance(
  first: readonly (number | undefined)[],
  second: readonly (number | undefined)[],
): number | undefined {
  const sum = (side: readonly (number | undefined)[]): number =>
    side.reduce<number>(
      (total, value) => total + (value !== undefined && value >= 0 && Number.isFinite(value) ? value : 0),
      0,
    );
  const known = (side: readonly (number | undefined)[]): boolean =>
    side.some((value) => value !== undefined && Number.isFinite(value) && value >= 0);
  const a = sum(first);
  const b = sum(second);
  return known(first) && known(second) && a + b > 0 ? a / (a + b) : undefined;
}

/** Six world shares of one state; a missing component makes the mean unknown. */
export function cinc(shares: readonly (number | undefined)[]): number | undefined {
  if (shares.length !== 6 || shares.some((share) => share === undefined || !(share >= 0 && share <= 1)))
    return undefined;
  return shares.reduce<number>((sum, share) => sum + share!, 0) / 6;
}
