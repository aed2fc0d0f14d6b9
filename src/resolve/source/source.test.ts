import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readInflection } from '../actor/inflection.ts';
import { findDateline, type OriginQuestion, OutletRegistry, originOf, parseSourceCues, witnesses } from './index.ts';

const languages = readdirSync('data/words').filter((name) => existsSync(`data/words/${name}/sources.tsv`));
const file = (language: string, name: string): string => readFileSync(`data/words/${language}/${name}.tsv`, 'utf8');
const registry = new OutletRegistry({
  outlets: readFileSync('data/sources/outlets.tsv', 'utf8'),
  forms: new Map(languages.map((l) => [l, readInflection(file(l, 'inflection'), l)])),
});
const cues = parseSourceCues(languages.map((l) => ({ file: l, text: file(l, 'sources') })));
const origin = (sentence: string, more: Omit<OriginQuestion, 'sentence'> = {}) =>
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
    expect(origin(sentence)?.outlet?.id).toBe(id);
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

describe('independent witnesses', () => {
  const note = (title: string, container: string) => ({
    citation: { id: title, type: 'article-newspaper', title, 'container-title': container },
  });

  it('counts a citation once however often it is repeated, and one state once', () => {
    const plain = 'Xi visited Moscow.';
    const origins = [
      origin(plain, note('A', 'South China Morning Post')),
      origin(plain, note('A', 'South China Morning Post')),
      origin(plain, note('B', 'Gv Wire')),
      origin(plain, note('C', 'МИД России')),
      origin(plain, note('D', 'Kremlin')),
    ].filter((one) => one !== undefined);
    expect(origins.map((one) => one.basis)).toEqual(['note', 'note', 'note', 'note', 'note']);
    expect(witnesses(origins)).toHaveLength(3);
  });

  it('takes the outlet from the citation when the container stands as the author, or only an address is given', () => {
    const author = { id: '1', type: 'webpage', title: 'Deal', author: [{ family: 'The Hindu' }] };
    expect(registry.ofCitation(author)?.id).toBe('the-hindu');
    const split = { id: '3', type: 'document', title: 'Statement', author: [{ given: 'The White', family: 'House' }] };
    expect(registry.ofCitation(split)?.id).toBe('the-white-house');
    expect(registry.ofCitation({ id: '2', type: 'webpage', URL: 'https://tass.com/x' })?.id).toBe('tass');
  });

  it('prefers the words of the sentence, then the note, then the dateline, then the page', () => {
    const dateline = findDateline('ANKARA (AA) - X', registry);
    const page = { publisher: 'Boğaz Haber', dateline };
    expect(origin('Xi came, Reuters reported.', { ...page, ...note('A', 'TASS') })?.name).toBe('Reuters');
    expect(origin('Xi came.', { ...page, ...note('A', 'TASS') })?.name).toBe('TASS');
    expect(origin('Xi came.', page)?.kind).toBe('agency');
    expect(origin('Xi came.', { publisher: 'Boğaz Haber' })?.kind).toBe('own');
    expect(origin('Xi came.')).toBeUndefined();
  });
});
