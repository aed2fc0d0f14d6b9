import type { ReactNode } from 'react';
import type { DyadReply } from './client.ts';
import { dateWords } from './date.ts';
import { useWording } from './language.tsx';

interface Props {
  readonly series: DyadReply;
  readonly chosen: string | undefined;
  readonly onChoose: (from: string) => void;
}

/** In the drawing's own units; a bar's step is a target of 28 px at natural size. */
const STEP = 28;
const BAR = 18;
const HALF = 110;
const LABELS = 30;

/** Bars up for cooperation and down for conflict: the side tells the sign, the colour only repeats it. */
export function DyadChart({ series: { dyad, points, by, alarms }, chosen, onChoose }: Props): ReactNode {
  const { say, language } = useWording();
  const most = Math.max(1, ...points.flatMap(({ cooperation, conflict }) => [cooperation, Math.abs(conflict)]));
  const height = (amount: number): number => (Math.abs(amount) / most) * (HALF - 8);
  const width = Math.max(320, points.length * STEP + 8);
  const words = (from: string): string => dateWords(from.slice(0, by === 'year' ? 4 : 7), language);
  const every = by === 'year' ? Math.ceil(60 / STEP) : 6;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="chart" tabIndex={0} aria-label={say('dyad.chart', { a: dyad[0], b: dyad[1] })}>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg
        width={width}
        height={2 * HALF + LABELS}
        viewBox={`0 0 ${width} ${2 * HALF + LABELS}`}
        role="group"
        aria-label={say('dyad.chart', { a: dyad[0], b: dyad[1] })}
      >
        {points.map((point, i) => {
          const x = 4 + i * STEP;
          const label = say('dyad.point', {
            when: words(point.from),
            n: point.n,
            cooperation: point.cooperation,
            conflict: point.conflict,
          });
          const alarm = alarms.some(({ from }) => from.startsWith(point.from.slice(0, by === 'year' ? 4 : 7)));
          return (
            // biome-ignore lint/a11y/useSemanticElements: SVG has no button
            <g
              key={point.from}
              className="bar"
              role="button"
              tabIndex={0}
              aria-label={label}
              aria-pressed={chosen === point.from}
              onClick={() => onChoose(point.from)}
              onKeyDown={(e) => {
                if (e.key !== 'Enter' && e.key !== ' ') return;
                e.preventDefault();
                onChoose(point.from);
              }}
            >
              <title>{label}</title>
              <rect className="bar-room" x={x} y={0} width={STEP} height={2 * HALF} />
              <rect
                className="bar-up"
                x={x + (STEP - BAR) / 2}
                y={HALF - height(point.cooperation)}
                width={BAR}
                height={height(point.cooperation)}
              />
              <rect
                className="bar-down"
                x={x + (STEP - BAR) / 2}
                y={HALF}
                width={BAR}
                height={height(point.conflict)}
              />
              {alarm && (
                <text className="bar-alarm" x={x + STEP / 2} y={2 * HALF - 4} textAnchor="middle">
                  !
                </text>
              )}
            </g>
          );
        })}
        <line className="axis" x1={0} x2={width} y1={HALF} y2={HALF} />
        {points.map(({ from }, i) =>
          i % every === 0 ? (
            <text
              key={from}
              className="axis-label"
              x={4 + i * STEP + STEP / 2}
              y={2 * HALF + 20}
              textAnchor={i === 0 ? 'start' : 'middle'}
              dx={i === 0 ? -10 : 0}
            >
              {by === 'year' ? from.slice(0, 4) : from.slice(0, 7)}
            </text>
          ) : null,
        )}
      </svg>
    </section>
  );
}
