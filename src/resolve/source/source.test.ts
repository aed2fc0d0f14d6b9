import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readInflection } from '../actor/inflection.ts';
import { findDateline } from './dateline.ts';
import { OutletRegistry, originOf, pageCarrier, parseSourceCues, witnesses } from './index.ts';

const languages = readdirSync('data/words').filter((name) => existsSync(`data/words/${name}/sources.tsv`));
const file = (language: string, name: string): string => readFileSync(`data/words/${language}/${name}.tsv`, 'utf8');
const registry = new OutletRegistry({
  outlets: readFileSync('data/sources/outlets.tsv', 'utf8'),
  forms: new Map(languages.map((l) => [l, readInflection(file(l, 'inflection'), l)])),
});
const cues = parseSourceCues(languages.map((l) => ({ file: l, text: file(l, 'sources') })));
type Question = Parameters<typeof originOf>[0];
const origin = (sentence: string, more: Omit<Question, 'sentence'> = {}) =>
  originOf({ sentence, ...more }, { registry, cues });

describe('the outlet of an address', () => {
  it.each([
    ['https://www.reuters.com/world/x?y=1', 'reuters'],
    ['http://en.kremlin.ru/events/president/news/1', 'kremlin'],
    ['https://www.bbc.com/turkce/articles/1', 'bbc-turkish'],
    ['https://www.bbc.com/news/1', 'bbc'],
    ['scmp.com', 'south-china-morning-post'],
    ['https://notreuters.com/', undefined],
    ['https://reuters.com.example.net/', undefined],
    ['nonsense', undefined],
  ])('%s is %s', (url, id) => {
    expect(registry.byUrl(url)?.id).toBe(id);
  });
});

describe('an outlet in a sentence', () => {
  it.each([
    ['Talks will resume in May, according to the Russian news agency TASS.', 'tass'],
    ['Two officials told Reuters that the deal was dead.', 'reuters'],
    ['Nobody will pay, The Wire reported.', 'the-wire'],
    ["AA'nın haberine göre heyet yola çıktı.", 'anadolu-agency'],
    ['По данным ВОЗ, вспышка закончилась.', 'world-health-organization'],
    ['Xinhua reported that the drills had ended.', 'xinhua'],
    ['The Chinese Foreign Ministry said that it opposed the sanctions.', 'ministry-of-foreign-affairs-of-china'],
    ['По данным «Коммерсанта», сделка сорвалась.', 'kommersant'],
    ['Об этом сообщает РИА Новости.', 'ria-novosti'],
    ['Как пишет «Российская газета», визит состоится в мае.', 'rossiyskaya-gazeta'],
    ["Reuters'ın haberine göre görüşmeler mayısta başlayacak.", 'reuters'],
    ['Anadolu Ajansının aktardığına göre heyet Pekin’e gitti.', 'anadolu-agency'],
  ])('%s', (sentence, id) => {
    expect(origin(sentence)?.outlet).toBe(id);
    expect(origin(sentence)?.basis).toBe('attribution');
  });

  it.each([
    'He bought the Times Square tower.',
    'The reporter of Reuters was born in Kyiv and likes chess.',
    'In time, according to the plan, the ships will return.',
    'the report said nothing new',
    'Она сообщила, что приедет в мае.',
    'Who said that he would come?',
    'Print said to be dead, reported dead again.',
  ])('nobody is the source of: %s', (sentence) => {
    expect(origin(sentence)).toBeUndefined();
  });
});

describe('a dateline', () => {
  it.each([
    ['MOSCOW, May 5 (Reuters) - Russia said', 'MOSCOW', 'May 5', 'reuters'],
    ['BEIJING, July 23 (Xinhua) -- China', 'BEIJING', 'July 23', 'xinhua'],
    ['МОСКВА, 3 декабря. /ТАСС/. Министр', 'МОСКВА', '3 декабря', 'tass'],
    ['АНКАРА, 5 мая — РИА Новости. Президент', 'АНКАРА', '5 мая', 'ria-novosti'],
    ['ANKARA (AA) - Cumhurbaşkanı', 'ANKARA', undefined, 'anadolu-agency'],
    ['ANCHORAGE, July 25 (Northern Wire) - Bombers', 'ANCHORAGE', 'July 25', undefined],
  ])('%s', (text, place, date, id) => {
    const found = findDateline(text, registry);
    expect(found?.place).toBe(place);
    expect(found?.date).toBe(date);
    expect(found?.outlet?.id).toBe(id);
    expect(text.slice(found?.start, found?.end)).toBe(found?.text);
  });

  it.each([
    'Putin (born 1952) - a short life',
    'The plan - if any. Nobody knows',
    'Moscow and Beijing (see map) - two capitals',
  ])('is not in: %s', (text) => {
    expect(findDateline(text, registry)).toBeUndefined();
  });
});

const russian = (name: string, sector = 'GOV') => ({ id: name, code: 'RUS', sector, name });
const note = (title: string, container: string, mark = '1') => ({
  mark,
  citation: { id: title, type: 'article-newspaper', title, 'container-title': container },
});

describe('whose word it is in the end', () => {
  const plain = 'Xi visited Moscow.';
  const page = pageCarrier({ publisher: 'Boğaz Haber' }, registry);

  it('prefers the words of the sentence, then the note, then the page', () => {
    const wire = pageCarrier(
      { publisher: 'Boğaz Haber', dateline: findDateline('ANKARA (AA) - X', registry) },
      registry,
    );
    expect(origin('Xi came, Reuters reported.', { page, note: note('A', 'TASS') })?.name).toBe('Reuters');
    expect(origin(plain, { page, note: note('A', 'TASS', '4') })).toMatchObject({ name: 'TASS', note: '4' });
    expect(origin(plain, { page: wire })).toMatchObject({ kind: 'agency', basis: 'dateline' });
    expect(origin(plain, { page })).toMatchObject({ kind: 'own', name: 'Boğaz Haber' });
    expect(origin(plain)).toBeUndefined();
  });

  it('takes the next note only where the page does not say whose it is', () => {
    const nextNote = note('A', 'TASS', '2');
    expect(origin(plain, { nextNote })).toMatchObject({ basis: 'next-note', name: 'TASS', note: '2' });
    expect(origin(plain, { nextNote, page })?.kind).toBe('own');
  });

  it('follows the words of an official to his state, and says through whom they came', () => {
    const said = origin('The deal is near, he said.', {
      speaker: russian('Sergey Lavrov'),
      note: note('A', 'Reuters'),
    });
    expect(said).toMatchObject({ kind: 'official', name: 'Sergey Lavrov', via: { name: 'Reuters', note: '1' } });
    const ministry = origin('По данным МИД России, сделка близка.', { page });
    expect(ministry?.witness).toBe(said?.witness);
    const analyst = origin(plain, { speaker: russian('Fyodor Lukyanov', 'CVL'), page });
    expect(analyst).toMatchObject({ kind: 'speaker', via: { name: 'Boğaz Haber' } });
    expect(analyst?.witness).not.toBe(said?.witness);
  });

  it('takes what unknown people say as the word of those who print it', () => {
    const unknown = { id: 'unresolved:officials', code: '---', name: 'officials' };
    expect(origin('Two officials told Reuters that the deal was dead.', { speaker: unknown })?.name).toBe('Reuters');
    expect(origin('Officials said that the deal was dead.', { speaker: unknown, page })?.kind).toBe('own');
    expect(origin('X', { speaker: { id: 'unresolved:Reuters', code: '---', name: 'Reuters' } })?.kind).toBe('agency');
  });

  it('does not take who is told something for its source, unless it is the press', () => {
    expect(origin('Lavrov told the UN that Russia would not sign.')).toBeUndefined();
    expect(origin('Lavrov told TASS that Russia would not sign.')?.name).toBe('TASS');
  });

  it.each([
    ['Делегация прибыла в Пекин.', 'Об этом сообщает РИА Новости.', 'ria-novosti'],
    ['The delegation went to Beijing.', 'This was reported by Xinhua.', 'xinhua'],
    ["Heyet Pekin'e gitti.", 'Bunu Anadolu Ajansı duyurdu.', 'anadolu-agency'],
    ['The delegation went to Beijing.', 'Reuters said in May that the treaty was near.', undefined],
  ])('hears the sentence behind it: %s %s', (sentence, after, id) => {
    expect(origin(sentence, { after })?.outlet).toBe(id);
  });
});

describe('who brings a page', () => {
  it.each([
    [
      { url: 'https://www.dailysabah.com/x', publisher: 'Daily Sabah', bylines: ['Anadolu Agency'] },
      'agency',
      'byline',
    ],
    [{ publisher: 'The Hindu', bylines: ['By A. Rao and B. Das, Reuters'] }, 'agency', 'byline'],
    [{ publisher: 'The Hindu', bylines: ['Anna Rao'] }, 'own', 'publisher'],
    [{ publisher: 'Reuters', bylines: ['Reuters'] }, 'agency', 'publisher'],
    [{ url: 'http://en.kremlin.ru/events/1' }, 'official', 'publisher'],
    [{ publisher: 'A paper that nobody knows' }, 'own', 'publisher'],
  ])('%j', (page, kind, basis) => {
    expect(pageCarrier(page, registry)).toMatchObject({ kind, basis });
  });

  it('is not told by the life of the author', () => {
    const life =
      'Anna Rao graduated in Ankara in 2012, worked for Anadolu Agency and Reuters and now writes about trade.';
    expect(pageCarrier({ bylines: [life] }, registry)).toBeUndefined();
  });
});

describe('independent witnesses', () => {
  it('counts a citation once however often it is repeated, and one state once', () => {
    const origins = [
      note('A', 'South China Morning Post'),
      note('A', 'South China Morning Post'),
      note('B', 'Gv Wire'),
      note('C', 'МИД России'),
      note('D', 'Kremlin'),
    ].map((one) => origin('Xi visited Moscow.', { note: one })!);
    expect(origins.map((one) => one.basis)).toEqual(['note', 'note', 'note', 'note', 'note']);
    expect(witnesses(origins)).toHaveLength(3);
  });

  it('takes the pages of one site and the papers of one owner for one, and two public broadcasters for two', () => {
    const on = (url: string): string => pageCarrier({ url }, registry)!.witness;
    expect(on('https://www.bbc.com/russian/x')).toBe(on('https://www.bbc.com/news/y'));
    expect(on('https://tass.ru/x')).toBe(on('https://tass.com/y'));
    expect(on('https://www.npr.org/x')).not.toBe(on('https://www.bbc.com/y'));
  });

  it('takes the outlet from the citation when the container stands as the author, or only an address is given', () => {
    const author = { id: '1', type: 'webpage', title: 'Deal', author: [{ family: 'The Hindu' }] };
    expect(registry.ofCitation(author)?.id).toBe('the-hindu');
    const split = { id: '3', type: 'document', title: 'Statement', author: [{ given: 'The White', family: 'House' }] };
    expect(registry.ofCitation(split)?.id).toBe('the-white-house');
    expect(registry.ofCitation({ id: '2', type: 'webpage', URL: 'https://tass.com/x' })?.id).toBe('tass');
  });
});
