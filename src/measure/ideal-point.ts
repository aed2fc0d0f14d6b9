export const definition =
  'How far two states lie apart on the line that best explains their votes in the UN General Assembly.';
export const formula = 'd = |theta_i - theta_j|';
export const unit = 'standard deviations of ideal points, 0 upwards';
export const source = 'Bailey, Strezhnev & Voeten 2017, J. Conflict Resolution 61(2); imported estimates';

/** undefined when one of the two has no estimate. */
export function idealPointDistance(first: number | undefined, second: number | undefined): number | undefined {
  if (first === undefined || second === undefined || !Number.isFinite(first) || !Number.isFinite(second))
    return undefined;
  return Math.abs(first - second);
}
