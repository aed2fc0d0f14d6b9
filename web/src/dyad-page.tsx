import { type ReactNode, useState } from 'react';
import { apiPath, type DyadReply, type Event, type TalliesReply, useAsked, usePages } from './client.ts';
import { dateWords } from './date.ts';
import { Choice } from './document-page.tsx';
import { DyadChart } from './dyad-chart.tsx';
import { EventTable } from './events-page.tsx';
import { useWording } from './language.tsx';
import { More, Waiting } from './page.tsx';
import { hashOf } from './route.ts';
import { StandingTable } from './standing-table.tsx';

interface Props {
  readonly a: string | undefined;
  readonly b: string | undefined;
  readonly by: 'year' | 'month';
}

/** Two actors over time: cooperation above the line, conflict below, and the sentences behind each bar. */
export function DyadPage({ a, b, by }: Props): ReactNode {
  const { say } = useWording();
  return (
    <div className="column wide">
      <h1>{a !== undefined && b !== undefined ? <PairName a={a} b={b} /> : say('dyad.title')}</h1>
      <p className="lead">{say('dyad.lead')}</p>
      <Pair key={`${a} ${b}`} a={a ?? ''} b={b ?? ''} by={by} />
      {a !== undefined && b !== undefined && <Dyad key={`${a} ${b} ${by}`} a={a} b={b} by={by} />}
    </div>
  );
}

/** The names that the events themselves give: the code where none does. */
function PairName({ a, b }: { a: string; b: string }): ReactNode {
  const { asked } = usePages<Event>('events', pairQuery(a, b));
  const people = asked.state === 'here' ? asked.value.flatMap((event) => [...event.actor, ...event.recipient]) : [];
  const nameOf = (code: string): string => {
    const named =
      people.find((each) => each.code === code && each.office === undefined && each.sector === undefined) ??
      people.find((each) => each.id === code);
    return named?.name ?? code;
  };
  return `${nameOf(a)} – ${nameOf(b)}`;
}

function pairQuery(a: string, b: string): Record<string, string> {
  return { dyad: `${a},${b}`, limit: '200' };
}

function Pair({ a, b, by }: { a: string; b: string; by: 'year' | 'month' }): ReactNode {
  const { say } = useWording();
  const asked = useAsked<TalliesReply>(apiPath(['tallies']));
  const codes = asked.state === 'here' ? asked.value.actors.map(({ value }) => value) : [];
  const [first, setFirst] = useState(a);
  const [second, setSecond] = useState(b);
  const go = (one: string, other: string, period: string): void => {
    if (one && other && one !== other)
      location.hash = hashOf(['dyad', one, other], { by: period === 'year' ? undefined : period });
  };
  const options = [...new Set([...codes, a, b].filter(Boolean))];
  return (
    <fieldset className="filters">
      <legend className="hidden">{say('dyad.title')}</legend>
      <Choice
        label={say('dyad.first')}
        value={first}
        options={options}
        nameOf={(code) => code}
        onChoose={(code) => {
          setFirst(code);
          go(code, second, by);
        }}
      />
      <Choice
        label={say('dyad.second')}
        value={second}
        options={options}
        nameOf={(code) => code}
        onChoose={(code) => {
          setSecond(code);
          go(first, code, by);
        }}
      />
      <label className="field">
        <span>{say('dyad.by')}</span>
        <select value={by} onChange={(e) => go(first, second, e.target.value)}>
          <option value="year">{say('dyad.year')}</option>
          <option value="month">{say('dyad.month')}</option>
        </select>
      </label>
    </fieldset>
  );
}

function Dyad({ a, b, by }: { a: string; b: string; by: 'year' | 'month' }): ReactNode {
  const { say, language } = useWording();
  const series = useAsked<DyadReply>(apiPath(['dyads', a, b], { by }));
  const { asked, more } = usePages<Event>('events', pairQuery(a, b));
  const [chosen, setChosen] = useState<string>();
  if (asked.state !== 'here') return <Waiting asked={asked} />;
  if (asked.value.length === 0) return <p className="empty">{say('dyad.none')}</p>;
  const points = series.state === 'here' ? series.value.points : [];
  const point = points.find(({ from }) => from === chosen);
  const events = point ? asked.value.filter(({ id }) => point.events.includes(id)) : asked.value;
  return (
    <>
      {series.state === 'failed' && <p className="notice">{say('dyad.unmeasured')}</p>}
      {series.state === 'here' && points.length > 0 && (
        <>
          <DyadChart
            series={series.value}
            chosen={chosen}
            onChoose={(from) => setChosen(from === chosen ? undefined : from)}
          />
          <DyadTable series={series.value} />
          <StandingTable series={series.value} />
        </>
      )}
      {point ? (
        <h2>{dateWords(point.from.slice(0, by === 'year' ? 4 : 7), language)}</h2>
      ) : (
        points.length > 0 && <p className="faint">{say('dyad.pick')}</p>
      )}
      <EventTable events={events} more={more !== undefined} />
      <More more={more} label={say('events.more')} />
    </>
  );
}

function DyadTable({ series: { points, by } }: { series: DyadReply }): ReactNode {
  const { say, language } = useWording();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (
    <details className="twin">
      <summary>{say('dyad.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('dyad.period')}</th>
            <th scope="col">{say('dyad.cooperation')}</th>
            <th scope="col">{say('dyad.conflict')}</th>
            <th scope="col">{say('events')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ from, cooperation, conflict, n }) => (
            <tr key={from}>
              <th scope="row">{dateWords(from.slice(0, by === 'year' ? 4 : 7), language)}</th>
              <td>{number.format(cooperation)}</td>
              <td>{number.format(conflict)}</td>
              <td>{number.format(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
