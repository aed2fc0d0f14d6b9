import type { ReactNode } from 'react';
import type { DyadReply } from './client.ts';
import { useWording } from './language.tsx';

/** What others publish of the pair by year, from the tables that were imported; nothing where none was. */
export function StandingTable({ series: { dyad, standings } }: { series: DyadReply }): ReactNode {
  const { say, language } = useWording();
  if (standings.length === 0) return null;
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const figure = (value: number | undefined): string => (value === undefined ? '–' : number.format(value));
  return (
    <details className="twin standings">
      <summary>{say('dyad.standings')}</summary>
      <p className="faint">{say('dyad.standings.lead')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('dyad.period')}</th>
            <th scope="col">{say('dyad.allianceS')}</th>
            <th scope="col">{say('dyad.alliancePi')}</th>
            <th scope="col">{say('dyad.voteS')}</th>
            <th scope="col">{say('dyad.votePi')}</th>
            <th scope="col">{say('dyad.idealPoints')}</th>
            <th scope="col">{say('dyad.power', { a: dyad[0] })}</th>
          </tr>
        </thead>
        <tbody>
          {standings.map((standing) => (
            <tr key={standing.year}>
              <th scope="row">{standing.year}</th>
              <td>{figure(standing.allianceS)}</td>
              <td>{figure(standing.alliancePi)}</td>
              <td>{figure(standing.voteS)}</td>
              <td>{figure(standing.votePi)}</td>
              <td>{figure(standing.idealPointDistance)}</td>
              <td>{figure(standing.powerBalance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
