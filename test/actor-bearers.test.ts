import { describe, expect, it } from 'vitest';
import { type Code, mentionsOf } from './resolved.ts';

/** `text:CODE` of every mention with an actor. */
function told(code: Code, text: string, on: string): string[] {
  return mentionsOf(code, text, on)
    .filter(({ actors }) => actors.length > 0)
    .map(({ text: form, actors }) => `${form}:${actors.map((actor) => actor.code).join('+')}`);
}

describe('words that are somebody’s name in one text and nobody’s in another', () => {
  it.each([
    ['en', '2002-02-01', 'Colombo lifted its ban on the Tigers.', ['Colombo:LKA', 'Tigers:LTTE']],
    ['en', '2002-02-01', 'The Tigers won 3-1 in Detroit.', ['Detroit:USA']],
    ['en', '2018-04-01', 'At Panmunjom the North thanked the South.', ['North:PRK', 'South:KOR']],
    ['en', '2018-04-01', 'Rain fell in the North.', []],
    ['en', '2023-05-01', 'The RSF shelled Omdurman.', ['RSF:RSF', 'Omdurman:SDN']],
    ['en', '2023-05-01', 'Journalists were jailed, RSF said.', ['RSF:RWB']],
    ['en', '2010-05-01', 'Amnesty accused Tehran.', ['Amnesty:AMNESTY', 'Tehran:IRN']],
    ['en', '2010-05-01', 'Amnesty for the deserters was refused.', []],
    ['en', '1993-05-01', 'Bosnian Serbs voted in Pale.', ['Bosnian Serbs:VRS', 'Pale:RS']],
    ['en', '1993-05-01', 'Pale ale sold well in Chad.', ['Chad:TCD']],
    ['ru', '2018-04-01', 'Северяне взорвали в Кэсоне офис, Юг ответил.', ['Северяне:PRK', 'Кэсоне:PRK', 'Юг:KOR']],
    ['ru', '2018-04-01', 'Северяне живут дольше, а Юг ждёт дождя.', []],
    ['ru', '2002-04-01', '«Тигры» отпустили солдат, сообщила Шри-Ланка.', ['Тигры:LTTE', 'Шри-Ланка:LKA']],
    ['ru', '1996-04-01', 'Содружество исключило Нигерию.', ['Содружество:COMMONWEALTH', 'Нигерию:NGA']],
    ['ru', '2008-04-01', 'Грузия вышла из Содружества.', ['Грузия:GEO', 'Содружества:CIS']],
    ['ru', '2015-08-21', 'Каракас закрыл переход Сан-Антонио.', ['Каракас:VEN']],
    ['tr', '2020-08-05', "Beyrut Limanı'nda depo yandı.", ['Beyrut:LBN']],
    ['ru', '2015-04-01', '«Шестёрка» и Иран договорились.', ['Шестёрка:P5+1', 'Иран:IRN']],
    [
      'tr',
      '2018-04-01',
      'Kuzeyli askerler Seul’e döndü; Kuzey sustu.',
      ['Kuzeyli askerler:PRK', 'Seul:KOR', 'Kuzey:PRK'],
    ],
    ['tr', '2018-04-01', 'Kuzey rüzgârı dindi.', []],
    ['tr', '2022-04-01', 'Mali ordusu ilerledi.', ['Mali ordusu:MLI']],
    ['tr', '2022-04-01', 'Mali disiplin bozuldu.', []],
    ['tr', '2022-04-01', "Gine'de seçim yapıldı.", ['Gine:GIN']],
    ['tr', '2022-04-01', 'Gine de yağmur yağdı.', []],
    ['tr', '2016-07-12', "Lahey Mahkemesi Filipinler'i haklı buldu.", ['Filipinler:PHL']],
    ['tr', '1999-04-01', "Lahey'deki mahkeme Miloşeviç'i çağırdı.", ["Lahey'deki mahkeme:ICTY", 'Miloşeviç:YUG']],
  ] as const)('%s %s %s', (code, on, text, wanted) => expect(told(code, text, on)).toEqual(wanted));
});

describe('a people that lives in another state, and who leads a movement', () => {
  it.each([
    ['en', '2012-04-01', 'Moscow spoke for Estonia’s Russians.', ['Moscow:RUS', 'Estonia’s Russians:EST']],
    ['en', '1993-05-05', "Bosnia's Serbs shelled Sarajevo.", ["Bosnia's Serbs:VRS", 'Sarajevo:BIH']],
    ['en', '2016-05-05', "Ankara backed Crimea's Tatars.", ['Ankara:TUR', "Crimea's Tatars:UKR"]],
    ['ru', '2016-05-05', 'Анкара поддержала крымских татар.', ['Анкара:TUR', 'крымских татар:UKR']],
    ['tr', '2016-05-05', "Ankara, Kırım Tatarları'nı destekledi.", ['Ankara:TUR', 'Kırım Tatarları:UKR']],
    ['en', '1993-05-05', 'Angolan rebel leader Jonas Savimbi left.', ['Angolan rebel leader Jonas Savimbi:UNITA']],
    ['ru', '1999-05-05', 'Югославская армия и полиция ушли.', ['Югославская армия:YUG', 'полиция:YUG']],
    ['en', '2016-05-05', 'Turkish soldiers and police left.', ['Turkish soldiers:TUR', 'police:TUR']],
    ['en', '1994-01-05', 'The Zapatista army held San Cristobal.', ['Zapatista army:EZLN']],
  ] as const)('%s %s %s', (code, on, text, wanted) => expect(told(code, text, on)).toEqual(wanted));
});

describe('regions and towns lie in their states', () => {
  it.each([
    ['ru', '2023-09-01', 'Дроны долетели до Рязанской области.', ['Рязанской области:RUS']],
    ['ru', '2022-09-16', 'Бои идут в Баткенской области.', ['Баткенской области:KGZ']],
    ['ru', '1995-07-14', 'Автобусы вышли из Зворника.', ['Зворника:BIH']],
    ['ru', '2018-04-05', 'Лагерь стоит в Кутупалонге.', ['Кутупалонге:BGD']],
    ['tr', '2022-09-16', "Batken'de çatışma çıktı.", ['Batken:KGZ']],
    ['tr', '1995-07-14', "Otobüsler Potoçari'den ayrıldı.", ['Potoçari:BIH']],
  ] as const)('%s %s %s', (code, on, text, wanted) => expect(told(code, text, on)).toEqual(wanted));
});

describe('seats, realms and bands', () => {
  it.each([
    ['en', '2017-10-01', 'Erbil rejected the demand of Baghdad.', 'Erbil:KRG'],
    ['en', '2021-10-01', 'Tiraspol thanked Moscow.', 'Tiraspol:TRANSNISTRIA'],
    ['tr', '2018-08-10', "Suudi Arabistan Kanada'yı kınadı. Krallık öğrencilerini çağırdı.", 'Krallık:SAU'],
    ['tr', '2017-06-10', "Katar Mısır'ı kınadı. Emirlik süre istedi.", 'Emirlik:QAT'],
    ['tr', '2018-01-10', "Erbil PKK'yı uyardı, Erbil sustu. Örgüt çekildi.", 'Örgüt:PKK'],
    ['ru', '2018-01-10', 'Турция бомбит склады Рабочей партии Курдистана.', 'Рабочей партии Курдистана:PKK'],
    ['ru', '2016-01-10', 'Корабли НАТО вошли в порт Лиепаи.', 'Лиепаи:LVA'],
  ] as const)('%s %s %s', (code, on, text, wanted) => expect(told(code, text, on)).toContain(wanted));
});

describe('a Turkish owner’s army', () => {
  it.each([
    ['Taliban Pakistan ordusuna saldırdı.', ['Taliban:TALIBAN', 'Pakistan ordusuna:PAK']],
    ['Militanlar Suriye ordusuna saldırdı.', ['Suriye ordusuna:SYR']],
  ] as const)('opens a new actor: %s', (text, wanted) => expect(told('tr', text, '2015-04-01')).toEqual(wanted));
});

describe('several states counted in Russian and Turkish', () => {
  it.each([
    [
      'ru',
      'Мадрид, Дублин и Осло признали Палестину. Израиль отозвал послов из трёх столиц.',
      'трёх столиц:ESP+IRL+NOR',
    ],
    ['ru', 'Франция, Германия и Польша встретились. Три страны создадут бригаду.', 'Три страны:FRA+DEU+POL'],
    ['tr', "Türkiye, Rusya ve İran Astana'da toplandı. Üç ülke anlaştı.", 'Üç ülke:TUR+RUS+IRN'],
    ['tr', "Mısır, BAE, Bahreyn ve Umman Katar'ı kınadı. Dört ülke sınırları kapattı.", 'Dört ülke:EGY+ARE+BHR+OMN'],
  ] as const)('%s %s', (code, text, wanted) => expect(told(code, text, '2024-05-28')).toContain(wanted));

  it('are not a state and the one that took its place', () => {
    const text = "Bişkek sustu. Duşanbe güldü. Okullarda SSCB'den kalma Rusça ve Rusya anlatıldı. İki başkent anlaştı.";
    expect(told('tr', text, '2022-09-16').at(-1)).not.toContain('SUN');
  });

  it('are nobody where as many have not been named', () => {
    expect(told('ru', 'Дожди прошли в Чаде. Три страны получат помощь.', '2024-05-28')).toEqual(['Чаде:TCD']);
  });
});
