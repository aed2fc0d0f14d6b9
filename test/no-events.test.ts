import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench();

async function record(text: string, language = 'en'): Promise<string[]> {
  const { events } = await workbench.codeText({ text, published: '2015-06-10', language });
  const codes = (list: readonly { readonly code: string }[]): string => list.map((one) => one.code).join('+');
  return events.map(({ actor, recipient, type }) => `${codes(actor)}>${codes(recipient)} ${type}`);
}

describe('sentences that name states and tell no event between them', () => {
  it.each([
    ['a match', 'Brazil beat Argentina 2-0 in Rosario on Tuesday to top the South American qualifying group.'],
    ['a match to come', 'Germany will meet Italy in the quarter-final in Bordeaux on Saturday.'],
    ['an athlete', 'The Kazakh cyclist attacked on the last climb and left the French favourite behind.'],
    ['a transfer', 'The Finnish ice hockey club sold its best striker to a Russian team.'],
    ['an accident', 'A small plane crashed near the Kazakh city of Almaty, killing all five people on board.'],
    ['the elements', 'Smoke from forest fires in Indonesia shut schools in Malaysia for a second day.'],
    ['what might come of it', 'An American attack on Iran would double the price of oil, the historian argued.'],
    ['a question', 'Norwegians will decide in November whether their country joins the European Union.'],
    ['a fire', 'A fire at a garment factory in Dhaka killed 25 workers, the fire service said.'],
    ['a basic law', 'The Russian constitution gives the president the right to dissolve parliament.'],
    ['figures compared', 'Chile sold more copper to China in May than in any month since 2011.'],
    ['figures of trade', 'The exports of Poland to Germany rose by six per cent in the first half of the year.'],
    ['a film', 'The film tells of a Polish officer captured by the Red Army in 1939.'],
    ['a match that is on', 'The Danish defence held out until stoppage time and forced a replay in Malmo.'],
    ['a match lost', 'Brazil surrendered a two-goal lead to Uruguay in Recife.'],
    ['a runner', 'The Kenyan runner attacked two Ethiopians on the last bend and stormed to victory in Rotterdam.'],
    ['an index', 'Turkey’s inflation rate shot up to 61 percent in March.'],
    ['an open question', 'Whether Serbia will ever recognise Kosovo is a question that no politician likes to hear.'],
    ['a war of old', 'Vietnam remains wary of China, with which it fought a short and bloody border war in 1979.'],
    ['rivals', 'Bulgaria threatens to overtake Croatia as the cheapest beach destination in Europe.'],
    ['a museum', 'The museum in Tirana displays the rifles with which Albania prepared for an invasion.'],
    ['what people always say', 'Senegal’s fishermen complain that Chinese trawlers leave them nothing to catch.'],
    ['what goes on', 'The MRTA still holds 74 hostages in the residence of the Japanese ambassador in Lima.'],
    ['what is compared', 'The quarrel between Hungary and Slovakia over the dam is older than either constitution.'],
    ['an animal', 'A boar from Poland was shot by a Lithuanian hunter.'],
    ['two sides of a match', 'Algeria beat Nigeria in Cairo to reach the last eight.'],
    ['women at play', 'The Dutch women fought off Italy in Valenciennes.'],
    ['wares', 'Cheap Russian grain is driving French wheat out of Egypt.'],
    ['what is needed', 'Mexico’s next president will have to talk to Washington about tariffs.'],
    ['what is printed', 'The Swedish ministry released two reports on reindeer herding in Norway.'],
    ['what a writer has printed', 'The Danish novelist’s letters, released by a museum in Oslo, fill three volumes.'],
    ['an illness', 'Doctors in Cuba fought malaria and cancer with a drug made in Germany.'],
    ['seats', 'The Bavarian party captured nine seats that Berlin’s coalition had held.'],
    ['the charts', 'The South Korean band stormed the charts in the United States.'],
    ['a picture', 'The Polish director shot her film in Morocco.'],
    ['a trophy', 'Uruguay’s captain lifted the trophy in Santiago.'],
    ['mail', 'The Canadian senator sent a postcard to a pupil in Jamaica.'],
    ['an election', 'Labour crushed the Conservatives by nine points in the Scottish primary.'],
    ['a question', 'A reporter asked Barack Obama if the United States would deport a million Mexicans.'],
    ['advice', 'An Austrian biologist warned Hungary of a beetle that eats maize.'],
    ['a start', 'A plane with Danish engineers lifted off from Tunis.'],
    ['a language', 'Norway’s broadcaster praised a Russian-language lesson in Bergen.'],
    ['a state of things', 'The Kremlin’s ban on Moldovan wine entered its seventh month.'],
  ])('%s: %s', async (_, text) => expect(await record(text)).toEqual([]));
});

describe('passages about people', () => {
  it.each([
    [
      'a season of sport',
      'The coach named his roster for the new season. Fans filled the stadium in Turin. Spain’s Carla Ruiz attacked on the last climb and dropped her French rival. The Portuguese midfielder blasted Brazil’s keeper off his line. The referee gave no penalty.',
    ],
    [
      'a boy at a school',
      'Friends from the conservatory in Havana remember a shy boy. Every week he was asked about politics, and every week he refused to play that tune.',
    ],
    [
      'a jury',
      'His lawyer told the jury in Bristol County that detectives had decided on their target within hours and had ignored everything else.',
    ],
  ])('%s', async (_, text) => expect(await record(text)).toEqual([]));
});

describe('deeds that only look like those', () => {
  it.each([
    ['no match', 'Chadian rebels attacked a Togolese football team.', '>TGO ASSAULT'],
    ['officials at a match', 'Macron met Putin at the football final in Moscow.', 'FRA+RUS> CONSULT'],
    ['no accident', 'Russian missiles struck a market in Odessa, killing five Ukrainians.', 'RUS>UKR ASSAULT'],
    ['violence at a match', 'Taliban fighters shot at a cricket match in Kabul.', 'TALIBAN>AFG ASSAULT'],
    ['athletes who suffer it', 'Gunmen in Karachi killed two Sri Lankan runners.', '>LKA ASSAULT'],
    ['a war dated in its own clause', 'Vietnam fought a border war with China in 1979.', 'VNM>CHN ASSAULT'],
    [
      'a ministry in the present',
      'The Lithuanian government condemns the shelling of Kyiv by Russia.',
      'LTU>RUS ACCUSE',
    ],
    ['a man', 'Iran released a Swedish novelist who had written a report.', 'IRN>SWE RETREAT'],
    ['a plague of men', 'Nigerian soldiers fought Boko Haram and disease in Borno.', 'NGA>BOKOHARAM ASSAULT'],
    ['a hold', 'Denmark lifted the limits on the sale of Danish wheat to Iceland.', 'DNK>ISL CONCEDE'],
    ['shots', 'Thai guards fired shots at a Laotian farmer.', 'THA>LAO ASSAULT'],
    ['police before an election', 'Belarusian police beat a Polish candidate before the election.', 'BLR>POL ASSAULT'],
    ['a sale', 'Chile sold copper to China.', 'CHL>CHN COOPERATE'],
  ])('%s: %s', async (_, text, expected) => expect((await record(text)).join()).toContain(expected));
});

// the layer behind them has doubted this one since 2026-12-01 (.34; .35 would code it)
it('rules know violence at a match from a match', async () => {
  const text = 'Taliban gunmen opened fire at a cricket match in Kabul.';
  const { events } = await openWorkbench(undefined, 'rule').codeText({ text, language: 'en' });
  expect(events.map(({ type, actor, recipient }) => `${actor[0]?.code}>${recipient[0]?.code} ${type}`)).toEqual([
    'TALIBAN>AFG ASSAULT',
  ]);
});

it('rules take a fight against fire for help, not for force', async () => {
  const text = 'Spanish firefighters fought blazes in Portugal.';
  const { events } = await openWorkbench(undefined, 'rule').codeText({ text, language: 'en' });
  expect(events.map(({ type }) => type)).toEqual(['AID']);
  expect(await record(text)).not.toContain('ESP>PRT ASSAULT');
});

describe('blows that are words', () => {
  it.each([
    ['by name', 'Benjamin Netanyahu fired back at Barack Obama on Tuesday.', 'ISR>USA ACCUSE'],
    ['a party at a plan', 'The Republican Party attacked the plan of John Kerry on Tuesday.', 'USA>USA ACCUSE'],
    ['the pope', 'The pope attacked Vladimir Putin on Sunday.', 'VAT>RUS ACCUSE'],
    ['a minister at a union', 'Lavrov attacked the European Union for double standards.', 'RUS>EU ACCUSE'],
    ['a state in a statement', 'Iran attacked Saudi Arabia in a statement.', 'IRN>SAU ACCUSE'],
    ['with what one strikes', 'Zine Ben Ali attacked Mohamed Morsi with a knife.', 'TUN>EGY ASSAULT'],
    ['by soldiers', 'Iranian forces attacked Saudi Arabia with missiles.', 'IRN>SAU ASSAULT'],
    ['a state at night', 'Russia attacked Ukraine for the third night with drones.', 'RUS>UKR ASSAULT'],
  ])('%s: %s', async (_, text, expected) => expect(await record(text)).toEqual([expected]));

  it('no supply beside the contract on it', async () =>
    expect(await record('Минск и Ташкент подписали контракт на поставку тракторов.', 'ru')).toEqual([
      'BLR+UZB> SUPPORT',
    ]));

  it.each([
    ['ru', 'Лавров обрушился на Джона Керри.', 'RUS>USA ACCUSE'],
    ['tr', 'Erdoğan, Netanyahu’ya yüklendi.', 'TUR>ISR ACCUSE'],
  ])('%s: %s', async (language, text, expected) => expect(await record(text, language)).toEqual([expected]));
});

describe('Russian sentences that name states and tell no event between them', () => {
  it.each([
    ['a match', 'Россия уступила Сербии в овертайме и не вышла в полуфинал.'],
    ['a cyclist', 'Немецкий велогонщик атаковал на последнем подъёме и опередил француза на минуту.'],
    ['an answer of a coach', 'Тренер сборной Польши ответил на критику после поражения от Мексики.'],
    ['history', 'Историк напоминает, что Египет и Сирия напали на Израиль в октябре 1973 года.'],
    ['an anniversary', 'Восемьдесят лет назад советские войска освободили Белград.'],
    ['what there is no sign of', 'Нет никаких признаков того, что Пекин готовит вторжение на Тайвань.'],
    ['a condition denied', 'Если Тегеран и Вашингтон не найдут компромисса, регион ждёт новая война.'],
    ['a firm that buys a firm', 'Итальянский банк купил долю в румынском страховщике.'],
    ['an artist', 'Японский архитектор построит библиотеку в Осло.'],
    ['figures of trade', 'Товарооборот Узбекистана и Афганистана достиг трёх миллиардов долларов.'],
    ['records', 'Цены на египетский хлопок бьют рекорды на бирже в Нью-Йорке.'],
  ])('%s: %s', async (_, text) => expect(await record(text, 'ru')).toEqual([]));

  it.each([
    ['state trade', 'Узбекская компания начала отгружать в Кабул электричество.', 'UZB>AFG COOPERATE'],
    ['no match', 'Хуситы обстреляли ракетами стадион в Эр-Рияде.', 'HOUTHIS>SAU ASSAULT'],
    ['ten years ago', 'В 2008 году Грузия отозвала посла из Никарагуа.', 'GEO>NIC SANCTION'],
  ])('%s: %s', async (_, text, expected) => expect((await record(text, 'ru')).join()).toContain(expected));
});
