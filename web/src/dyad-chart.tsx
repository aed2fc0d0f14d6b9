import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { DyadReply } from './client.ts';
import { dateWords } from './date.ts';
import { useWording } from './language.tsx';

interface Props {
  readonly series: DyadReply;
  readonly chosen: string | undefined;
  readonly onChoose: (from: string) => void;
}

type Point = DyadReply['points'][number];

/** In pixels. A bar's step is never less than a target for a finger; a long series scrolls in its own box. */
const LEAST_STEP = 28;
const MOST_STEP = 72;
const HALF = 104;
const FOOT = 30;

/** How much of a date names the period. */
const SHORT = { year: 4, month: 7 } as const;

/** Bars up for cooperation and down for conflict: the side tells the sign, the colour only repeats it. */
export function DyadChart({ series, chosen, onChoose }: Props): ReactNode {
  const { say } = useWording();
  const { dyad, points, by, alarms } = series;
  const box = useRef<HTMLElement>(null);
  const room = useWidth(box);
  const step = Math.max(LEAST_STEP, Math.min(MOST_STEP, room / Math.max(1, points.length)));
  const width = Math.max(room, step * points.length);
  const most = Math.max(1, ...points.flatMap(({ cooperation, conflict }) => [cooperation, Math.abs(conflict)]));
  const scale = (amount: number): number => (Math.abs(amount) / most) * (HALF - 26);
  useEffect(() => {
    // A long series begins at its newest end.
    if (box.current) box.current.scrollLeft = width;
  }, [width]);
  const label = say('dyad.chart', { a: dyad[0], b: dyad[1] });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="chart" ref={box} tabIndex={0} aria-label={label}>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg width={width} height={2 * HALF + FOOT} role="group" aria-label={label}>
        {points.map((point, i) => (
          <Bar
            key={point.from}
            point={point}
            by={by}
            x={i * step}
            step={step}
            scale={scale}
            chosen={chosen === point.from}
            alarm={alarms.some(({ from }) => from.startsWith(point.from.slice(0, SHORT[by])))}
            onChoose={onChoose}
          />
        ))}
        <line className="axis" x1={0} x2={width} y1={HALF} y2={HALF} />
        <text className="axis-side" x={0} y={12}>
          ↑ {say('dyad.cooperation')}
        </text>
        <text className="axis-side" x={0} y={2 * HALF - 4}>
          ↓ {say('dyad.conflict')}
        </text>
        <Dates points={points} by={by} step={step} />
      </svg>
    </section>
  );
}

interface BarProps {
  readonly point: Point;
  readonly by: 'year' | 'month';
  readonly x: number;
  readonly step: number;
  readonly scale: (amount: number) => number;
  readonly chosen: boolean;
  readonly alarm: boolean;
  readonly onChoose: (from: string) => void;
}

function Bar({ point, by, x, step, scale, chosen, alarm, onChoose }: BarProps): ReactNode {
  const { say, language } = useWording();
  const { from, n, cooperation, conflict } = point;
  const when = dateWords(from.slice(0, SHORT[by]), language);
  const label = say('dyad.point', { when, n, cooperation, conflict });
  const width = Math.min(28, step * 0.62);
  const left = x + (step - width) / 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      className="bar"
      role="button"
      tabIndex={0}
      aria-label={alarm ? `${label}. ${say('dyad.alarm')}` : label}
      aria-pressed={chosen}
      onClick={() => onChoose(from)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(from);
      }}
    >
      <title>{label}</title>
      <rect className="bar-room" x={x} y={0} width={step} height={2 * HALF} />
      <rect className="bar-up" x={left} y={HALF - scale(cooperation)} width={width} height={scale(cooperation)} />
      <rect className="bar-down" x={left} y={HALF} width={width} height={scale(conflict)} />
      {alarm && (
        <text className="bar-alarm" x={x + step / 2} y={HALF + scale(conflict) + 16} textAnchor="middle">
          !
        </text>
      )}
    </g>
  );
}

function Dates({ points, by, step }: { points: readonly Point[]; by: 'year' | 'month'; step: number }): ReactNode {
  const room = by === 'year' ? 44 : 68;
  const every = Math.ceil(room / step);
  const narrow = step < room;
  return points.map(({ from }, i) =>
    i % every === 0 ? (
      <text
        key={from}
        className="axis-label"
        x={i === 0 && narrow ? 0 : i * step + step / 2}
        y={2 * HALF + 20}
        textAnchor={i === 0 && narrow ? 'start' : 'middle'}
      >
        {from.slice(0, SHORT[by])}
      </text>
    ) : null,
  );
}

function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(288);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
