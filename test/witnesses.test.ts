import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/cli/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-witnesses-'));
const store = join(folder, 'record.sqlite');

function page(name: string, [language, publisher, published]: readonly string[], paragraphs: readonly string[]): void {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
  writeFileSync(
    join(folder, `${name}.html`),
    `<html lang="${language}"><head><title>${name} of the week</title><meta property="og:site_name" content="${publisher}">
     <meta property="article:published_time" content="${published}"></head><body><article><h1>${name} of the week</h1>
     ${body}</article></body></html>`,
  );
}

const VISIT =
  'Chinese President Xi Jinping arrived in Moscow on May 3 for a state visit that the two capitals had prepared for months.';

async function run(...argv: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const write = (text: string): void => {
    out += text;
  };
  const code = await main(argv, { out: write, err: () => {}, outIsTerminal: false, errIsTerminal: false });
  return { code, out };
}

interface Listed {
  id: string;
  type: string;
  stance: string;
  actor: { code: string }[];
  recipient: { code: string }[];
  origin?: { kind: string; basis: string; witness: string; name: string };
  attribution: { speaker: { code: string } } | null;
  evidence: { quote: string };
  reports: number;
  origins: { witness: string; reports: number }[];
  claims?: { id: string; relation: string }[];
}

async function events(...filters: string[]): Promise<Listed[]> {
  const { out } = await run('events', '--store', store, '--format', 'jsonl', ...filters);
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Listed);
}

beforeAll(async () => {
  page(
    'wire',
    ['en', 'Bosphorus Courier', '2023-05-04'],
    [
      'WASHINGTON, May 4 (Reuters) - The United States said on Thursday that Iran had supplied Russia with drones on May 2.',
      VISIT,
      'On May 3 Russia expelled two British diplomats from the country.',
    ],
  );
  page(
    'copy',
    ['en', 'Marchlands Letter', '2023-05-05'],
    [
      'Iran denied on May 5 that it had supplied Russia with drones.',
      VISIT,
      'On May 3 Russia expelled two British diplomats, Reuters reported.',
    ],
  );
  page(
    'ru',
    ['ru', 'Полярный вестник', '2023-05-05'],
    [
      'Украина подтвердила, что Иран поставил России беспилотники 2 мая.',
      '3 мая Россия выслала двух британских дипломатов. Об этом сообщает РИА Новости.',
      'Председатель КНР Си Цзиньпин прибыл в Москву 3 мая, передаёт ТАСС.',
    ],
  );
  page(
    'tr',
    ['tr', 'Boğaz Haber', '2023-05-05'],
    [
      "ANKARA (AA) - Rusya 3 Mayıs'ta iki İngiliz diplomatı sınır dışı etti.",
      "ABD, İran'ın 2 Mayıs'ta Rusya'ya silah sağladığını açıkladı.",
    ],
  );
  expect((await run('ingest', folder, '--store', store)).code).toBe(0);
});

describe('reports of four pages in three languages', () => {
  it('are counted by whose word they are: a copy of the wire, its name in the sentence and its dateline are one', async () => {
    const [expulsion] = await events('--type', 'SANCTION', '--actor', 'RUS', '--distinct');
    expect(expulsion?.reports).toBe(4);
    expect(expulsion?.origins.map(({ witness, reports }) => [witness, reports])).toEqual([
      ['owner:thomson reuters', 2],
      ['owner:rossiya segodnya', 1],
      ['owner:turkish state', 1],
    ]);
  });

  it('take the same sentence in two outlets for one text', async () => {
    const visits = await events('--actor', 'CHN', '--type', 'CONSULT', '--distinct');
    const visit = visits.find((one) => one.reports > 1)!;
    expect(visit.origins.map((one) => one.witness).sort()).toEqual(['owner:russian state', 'owner:thomson reuters']);
  });

  it('never take a dateline for somebody who acts', async () => {
    const all = await events();
    expect(all.length).toBeGreaterThan(8);
    for (const { actor, evidence } of all) {
      expect(actor.map((one) => one.code)).not.toContain('TUR');
      expect(evidence.quote).not.toMatch(/\((?:AA|Reuters)\)/);
    }
  });

  it('link the claim, its denial and its confirmation by others, across languages', async () => {
    const arms = await events('--actor', 'IRN', '--recipient', 'RUS', '--type', 'AID');
    const said = (code: string): Listed => arms.find((one) => one.attribution?.speaker.code === code)!;
    const denial = arms.find((one) => one.stance === 'denied')!;
    const relations = (event: Listed) =>
      Object.fromEntries((event.claims ?? []).map(({ id, relation }) => [id, relation]));
    expect(relations(said('USA'))[denial.id]).toBe('denies');
    expect(relations(denial)[said('UKR').id]).toBe('denies');
    expect(relations(said('UKR'))[said('USA').id]).toBe('confirms');
    const american = arms.filter((one) => one.attribution?.speaker.code === 'USA');
    expect(american.length).toBe(2);
    expect(relations(american[0]!)[american[1]!.id]).toBe('repeats');
    const { out } = await run('explain', denial.id, '--store', store);
    expect(out).toContain('said otherwise by');
    expect(out).toContain(said('UKR').evidence.quote);
  });

  it('are counted three ways for a pair', async () => {
    const { out } = await run('dyad', 'GBR', 'RUS', '--store', store, '--format', 'jsonl');
    expect(JSON.parse(out)).toMatchObject({ n: 1, told: { events: 1, reports: 4, origins: 3 } });
    const byOrigin = await run('dyad', 'GBR', 'RUS', '--store', store, '--format', 'jsonl', '--count', 'origins');
    expect(JSON.parse(byOrigin.out)).toMatchObject({ n: 3 });
  });

  it('are listed for the whole record by sources, in one count', async () => {
    const { code, out } = await run('sources', '--store', store, '--format', 'table');
    expect(code).toBe(0);
    const total = out.slice(out.indexOf('all 4 documents'));
    expect(total).toMatch(/all 4 documents: \d+ events in \d+ reports of \d+ independent origins/);
    expect(total.match(/Reuters, agency/g)).toHaveLength(1);
  });
});

describe('a quotation with its citation', () => {
  const note = `<p>In June 2023 Russia expelled two British diplomats.<a href="#n1" id="r1">[1]</a></p>
    <p>On 3 July 2023 Xi Jinping visited Moscow.<a href="#n2" id="r2">[2]</a></p>
    <p id="n1"><a href="#r1">[1]</a> Anna Rao, “Two leave Moscow”, The Hindu, 5 June 2023, p. 4.</p>
    <p id="n2"><a href="#r2">[2]</a> Ibid., p. 7.</p>`;
  const cited = join(folder, 'cited.sqlite');
  let id: string;

  beforeAll(async () => {
    const file = join(folder, 'noted.htm');
    writeFileSync(
      file,
      `<html lang="en"><head><title>A cold summer</title><meta name="author" content="Lena Hart"><meta property="og:site_name"
       content="Marchlands Letter"></head><body><article><h1>A cold summer</h1>${note}</article></body></html>`,
    );
    await run('ingest', file, '--store', cited);
    const { out } = await run('events', '--store', cited, '--type', 'CONSULT');
    id = (JSON.parse(out.split('\n')[0]!) as Listed).id;
  });

  it.each([
    [
      'chicago',
      'Lena Hart, “A cold summer,” Marchlands Letter, note 2, citing Anna Rao, “Two leave Moscow,” The Hindu, June 5, 2023, 7',
    ],
    ['apa', '(Rao, 2023, p. 7, as cited in Hart, n.d., note 2)'],
    ['iso690', 'Cited in: HART, Lena. A cold summer. Marchlands Letter, note 2.'],
  ])('in %s keeps the words, the number of the note and the page that Ibid. names', async (style, line) => {
    const { out } = await run('cite', id, '--store', cited, '--style', style);
    expect(out).toContain('On 3 July 2023 Xi Jinping visited Moscow.');
    expect(out).toContain(line);
    expect(out).toContain('note 2 → 1');
  });

  it('speaks the language that is asked for, and says which there are', async () => {
    expect((await run('cite', id, '--store', cited, '--language', 'tr')).out).toContain('dipnot 2');
    expect((await run('cite', id, '--store', cited, '--language', 'xx')).code).toBe(2);
    expect((await run('cite', 'f'.repeat(24), '--store', cited)).code).toBe(2);
  });
});
