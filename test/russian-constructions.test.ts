import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

async function record(text: string): Promise<string[]> {
  const { events } = await workbench.codeText({ text, language: 'ru' });
  const codes = (list: readonly { readonly code: string }[]): string =>
    [...new Set(list.map((one) => one.code))].join('+');
  return events.map(
    ({ actor, recipient, type, stance }) =>
      `${codes(actor)}>${codes(recipient)} ${type}${stance === 'happened' ? '' : ` ${stance}`}`,
  );
}

describe('who does what to whom where order is free', () => {
  it.each([
    ['a name without cases is the subject', 'Баку выпустил двух греческих моряков.', ['AZE>GRC RETREAT']],
    ['a plural verb has no single subject', 'Хартум осудили в Каире и Джубе.', ['EGY+SSD>SDN ACCUSE']],
    ['a short participle is a passive', 'Премьер Фиджи принят в Пекине.', ['FJI>CHN CONSULT']],
    ['who is received stands behind the place', 'Токио приняло в Осаке президента Кении.', ['KEN>JPN CONSULT']],
    ['a list of datives', 'Оман рекомендовал Киеву и Москве вернуться за стол.', ['OMN>UKR+RUS REQUEST']],
    ['what is moved is the mover’s own', 'Чадские солдаты стянуты к нигерской границе.', ['TCD>NER MOBILIZE']],
    ['people are of the place they come from', 'Рига депортировала студентов из Индии.', ['LVA>IND COERCE']],
    ['a border with somebody joins nobody', 'Сеул развернул гаубицы у границы с КНДР.', ['KOR>PRK MOBILIZE']],
    ['whose affair it is', 'Анкара приветствовала исход выборов в Гвинее.', ['TUR>GIN SUPPORT']],
    [
      'an answer is to whoever spoke last',
      'Лима обвинила Боливию в контрабанде. Ла-Пас отверг обвинения.',
      ['PER>BOL ACCUSE', 'BOL>PER REJECT'],
    ],
    ['a promise to do harm is a threat', 'ЭКОВАС обещает исключить Мали из организации.', ['ECOWAS>MLI THREATEN']],
    ['a promise not to do it is none', 'Найроби обещал Сомали не закрывать границу.', ['KEN>SOM AGREE']],
    ['the verb of a noun tells when', 'Афины ответят санкциями против Турции.', ['GRC>TUR THREATEN planned']],
    ['what is required is required now', 'Минск требует от Вильнюса открыть переход.', ['BLR>LTU REQUEST']],
    ['who speaks blames', 'Лукашенко заявил, что Польша стремится втянуть регион в войну.', ['BLR>POL ACCUSE']],
    [
      'who is accused in the second of two clauses',
      'Пекин осудил пошлины Токио и обвинил НАТО и ЕС в провокациях.',
      ['CHN>JPN ACCUSE', 'CHN>NATO+EU ACCUSE'],
    ],
    ['who provoked nobody is not blamed', 'Лукашенко сказал, что Минск никого не провоцировал.', []],
    ['what is not being done is no denial', 'Лукашенко заявил, что Минск и Москва не создают союзов.', []],
    [
      'one of the sides asks the other',
      'Алиев подчеркнул необходимость расширения сотрудничества между Баку и Анкарой.',
      ['AZE>TUR REQUEST'],
    ],
    [
      'an adverb between a verb and what goes with it',
      'Иран и Оман действуют осторожно, сотрудничая в рамках учений.',
      ['IRN+OMN> COOPERATE'],
    ],
    [
      'who only helped is no victim',
      'Хуситы отпустили моряков Индии при посредничестве Омана.',
      ['HOUTHIS>IND RETREAT'],
    ],
    [
      'a name before a gerund’s aside',
      'Россия вывела войска, и Баку, не скрывая радости, поблагодарил Москву.',
      ['RUS>AZE RETREAT', 'AZE>RUS SUPPORT'],
    ],
    ['a name behind a time', 'На следующий день Баку выделил Киеву два миллиона долларов.', ['AZE>UKR AID']],
    [
      'a name before a relative clause',
      'Алексей Оверчук, которого летом не ждали, приехал на встречу с иранцами.',
      ['RUS>IRN CONSULT'],
    ],
    ['verbs of two numbers have two subjects', 'Песков выступил с речью; в Киеве обвинили Россию.', ['UKR>RUS ACCUSE']],
    ['a man in the accusative is no subject', 'Владимира Зеленского осудила Венгрия.', ['HUN>UKR ACCUSE']],
    ['what a ban is on', 'ООН ввела эмбарго на поставки оружия в Югославию.', ['UN>YUG SANCTION']],
    ['whose planes', 'Москва осудила США, чьи самолёты нанесли удары по Ирану.', ['RUS>USA ACCUSE', 'USA>IRN ASSAULT']],
    ['who rules a breakaway town', 'Кишинёв обвинил Тирасполь в шантаже.', ['MDA>TRANSNISTRIA ACCUSE']],
    [
      'an envoy whom hosts hand something',
      'Баку обвинил Россию в убийстве. Временному поверенному в делах России вручили ноту.',
      ['AZE>RUS ACCUSE', 'AZE>RUS ACCUSE'],
    ],
    ['a city’s adjective tells whose people are', 'Стамбульские врачи объявили забастовку.', ['TUR>TUR PROTEST']],
    ['and names nobody alone', 'Стамбульский процесс продлится до осени.', []],
    ['a habit is no event', 'Чехия и Словакия ежегодно проводят совместные заседания.', []],
    ['a blow to the economy is none', 'Удар по экономике Германии нанёс рост цен.', []],
    ['a complaint about prices is none', 'Фермеры Италии жалуются на низкие цены.', []],
    ['nor is what the elements do', 'Ураган на Кубе разрушил сотни домов.', []],
    ['nor a deed that is only explained', 'Учёные спорят, почему Польша капитулировала так быстро.', []],
    ['an envoy is summoned by his hosts', 'Посол Перу в Гайане был вызван в министерство.', ['GUY>PER ACCUSE']],
    [
      'what one complains of was done by whoever is blamed',
      'Латвия вручила послу Белоруссии ноту в связи с нарушением воздушного пространства республики.',
      ['LVA>BLR ACCUSE', 'BLR>LVA MOBILIZE'],
    ],
    ['a movement is not its country', 'Ливанская «Хезболла» обстреляла Хайфу.', ['HEZBOLLAH>ISR ASSAULT']],
    ['an attempt is made', 'Кенийский катер попытался задержать рыбаков Сомали.', ['KEN>SOM COERCE']],
    [
      'the subject of the next clause bears nothing',
      'Грузия отозвала посла из Минска, Канада осудила вторжение.',
      ['GEO>BLR SANCTION', 'CAN>GEO ACCUSE'],
    ],
    [
      'an office that opens a clause is its subject',
      'Французская авиация разбомбила склад в Мали, президент Чада Махамат Деби поблагодарил Париж за помощь.',
      ['FRA>MLI ASSAULT', 'TCD>FRA SUPPORT'],
    ],
    ['counted people act', 'Двое полицейских Перу избили туриста из Чили.', ['PER>CHL ASSAULT']],
    [
      'whoever did the deed is blamed',
      'Комиссар ООН осудил обстрел Хайфы боевиками «Хезболлы».',
      ['UN>HEZBOLLAH ACCUSE', 'HEZBOLLAH>ISR ASSAULT'],
    ],
    ['what talks are about is no act', 'Оман и Катар провели консультации о торговле.', ['OMN+QAT> CONSULT']],
    ['a team does nothing to a state', 'Сборная Кении уступила Польше в матче.', []],
    ['nor do travellers visit one', 'Сирийские беженцы прибыли в Афины.', []],
    [
      'a clause at the side that names nobody else',
      'Демонстранты в Тунисе забросали камнями посольство США, протестуя против фильма.',
      ['TUN>USA PROTEST'],
    ],
    [
      'what is done at home is not done to who is blamed beside it',
      'Правительство Конго ввело комендантский час в Киншасе, обвинив Руанду в терроре.',
      ['COD>COD COERCE', 'COD>RWA ACCUSE'],
    ],
    ['what is ordered is done', 'Президент Чили распорядился выслать посла Перу.', ['CHL>PER SANCTION']],
    ['a government in a town', 'Правительство в Бенгази осудило Каир.', ['LBY>EGY ACCUSE']],
    ['two sides in one phrase', 'Войска Эфиопии и Эритреи вступили в бой.', ['ETH+ERI>ETH+ERI ASSAULT']],
    ['a doer right before a passive', 'Турецкой полицией задержан гражданин Ирана.', ['TUR>IRN COERCE']],
    ['where the thing stands', 'Склад под Белгородом обстрелян украинскими вертолетами.', ['UKR>RUS ASSAULT']],
    [
      'who is angry behind a comma',
      'Китайский сторожевик протаранил вьетнамскую шхуну, возмутился вьетнамский МИД.',
      ['CHN>VNM ASSAULT', 'VNM>CHN ACCUSE'],
    ],
    [
      'force of a state against those of its people who were told of',
      'Манифестанты в Карачи забросали камнями консульство США; пакистанская полиция пустила в ход слезоточивый газ.',
      ['PAK>USA PROTEST', 'PAK>PAK ASSAULT'],
    ],
    [
      'a group named in quotation marks, and what the law makes the press add',
      'Боевики «Хайят Тахрир аш-Шам» (организация, запрещённая в России) обстреляли позиции сирийской армии.',
      ['HTS>SYR ASSAULT'],
    ],
    [
      'a noun for a group and its name, whatever their cases',
      'Представители движения «Хезболла» встретились с делегацией Ирана.',
      ['HEZBOLLAH+IRN> CONSULT'],
    ],
    [
      'what stands in brackets between the doer and his deed',
      'Террористы группировки «Исламское государство» (запрещена в РФ) напали на сирийских военных.',
      ['ISIS>SYR ASSAULT'],
    ],
    [
      'what only forces do, told by forces in the passive',
      'В Крыму задержан гражданин Украины, сообщили в ФСБ.',
      ['RUS>UKR COERCE'],
    ],
    ['the same behind a colon', 'Минобороны РФ: над Крымом сбиты четыре украинских беспилотника', ['RUS>UKR ASSAULT']],
    ['a stand is a refusal', 'Белград не признает независимость Косово.', ['SRB>XKX REJECT']],
    ['what is ruled out', 'Франция исключила отправку войск на Украину.', ['FRA>UKR REJECT']],
    ['what has not been done so far', 'Германия пока не поставила Украине танки.', []],
  ])('%s', async (_, text, wanted) => {
    expect(await record(text)).toEqual(wanted);
  });
});
