import type { BlocPeriod } from '../app/measure.ts';
import { formatTable } from './table.ts';

/** States down, periods across; below, how well the blocs held beside shuffled signs. */
export function blocTable(path: readonly BlocPeriod[]): string {
  if (path.length === 0) return 'No ties.';
  const last = path.at(-1)?.blocs ?? {};
  const states = [...new Set(path.flatMap(({ blocs }) => Object.keys(blocs)))].sort(
    (a, b) => (last[a] ?? 9) - (last[b] ?? 9) || (a < b ? -1 : 1),
  );
  const rows = states.map((state) => [
    state,
    ...path.map(({ blocs, changed }) => {
      const bloc = blocs[state];
      return bloc === undefined ? '–' : `${bloc + 1}${changed.includes(state) ? ' *' : ''}`;
    }),
  ]);
  const line = (name: string, of: (period: BlocPeriod) => number | undefined): string[] => [
    name,
    ...path.map((period) => of(period)?.toFixed(3) ?? '–'),
  ];
  const held = [
    line('frustration', ({ frustration }) => frustration),
    line('shuffled signs', ({ frustrationNull }) => frustrationNull.mean),
    line('balanced triads', ({ balance }) => balance.balanced),
    line('shuffled signs', ({ balance }) => balance.null?.mean),
  ];
  return `${formatTable(['state', ...path.map(({ period }) => period)], [...rows, ...held])}\n\n* in another bloc than when last seen`;
}
