import { expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

/** Events of the last sentence of a Turkish text: actors, type, recipients. */
async function lastOf(text: string): Promise<string[]> {
  const { events, sentences } = await openWorkbench(undefined, 'rule').codeText({
    text,
    language: 'tr',
    published: '2025-09-01',
  });
  const { start } = sentences.at(-1)!;
  const codes = (list: readonly { code: string }[]): string => [...new Set(list.map(({ code }) => code))].join('+');
  return events
    .filter(({ evidence }) => evidence.start >= start)
    .map(({ actor, type, recipient }) => `${codes(actor)} ${type} ${codes(recipient)}`.trim());
}

it.each([
  ["Rusya ordusu Kiev'i bombaladı. Polonya Dışişleri Bakanı bu saldırıyı kınadı.", 'POL ACCUSE RUS'],
  ["Irak, PKK'yı terör örgütü ilan etti. Türkiye kararı memnuniyetle karşıladı.", 'TUR SUPPORT IRQ'],
  ['ABD, Güney Kore ve Japonya ortak tatbikat yaptı. Kuzey Kore bu tatbikatı kınadı.', 'PRK ACCUSE USA+KOR+JPN'],
])('what somebody judges is the deed told last: %s', async (text, event) => {
  expect(await lastOf(text)).toContain(event);
});

it('a body that the sentence before named, far behind where this one ends, may be answered', async () => {
  const first =
    'Hindistan, Amerikalılardan muafiyet kopardı; AB ise Avrupalı şirketleri koruyacak bir mekanizma için söz verdi.';
  expect(await lastOf(`${first} Tahran bunu yetersiz buluyor.`)).toContain('IRN REJECT EU');
});

it.each([
  ["Polonya artık Ukrayna'ya silah vermeyecek.", 'POL REJECT UKR'],
  ["Fransa, Ukrayna'ya asker gönderme ihtimalini dışladı.", 'FRA REJECT UKR'],
])('what will not be done is refused: %s', async (text, event) => {
  expect(await lastOf(text)).toContain(event);
});

it.each([
  ["MSB: Irak'ın kuzeyinde 3 PKK'lı terörist etkisiz hale getirildi", 'TUR ASSAULT PKK'],
  ["Rusya Savunma Bakanlığı: Karadeniz üzerinde 4 Ukrayna İHA'sı düşürüldü", 'RUS ASSAULT UKR'],
])('what only forces do, told by forces in the passive, is their own deed: %s', async (text, event) => {
  expect(await lastOf(text)).toContain(event);
});

it.each([
  ["Türkiye ile Irak anlaştı. İki ülkenin dışişleri bakanları Bağdat'ta görüştü.", 'TUR+IRQ CONSULT'],
  [
    "Azerbaycan ve Ermenistan anlaştı. İki ülkenin dışişleri ve savunma bakanları Bakü'de bir araya geldi.",
    'AZE+ARM CONSULT',
  ],
])('ministers of the two countries are both sides: %s', async (text, event) => {
  expect(await lastOf(text)).toContain(event);
});

it.each([
  ["Nikos Dendias Ankara'yı ziyaret etti. Mevlüt Çavuşoğlu, konuğunun sözlerini eleştirdi.", 'TUR ACCUSE GRC'],
  ["Nikos Dendias Ankara'yı ziyaret etti. Yunan bakan, ev sahibini sınırı ihlal etmekle suçladı.", 'GRC ACCUSE TUR'],
  ["Erdoğan Bağdat'a gitti. Başbakan Muhammed Şiya es-Sudani ile konuğu, 26 belgeye imza attı.", 'IRQ+TUR SUPPORT'],
])('guest and host are those of the visit told before: %s', async (text, event) => {
  expect(await lastOf(text)).toContain(event);
});

it.each([
  ["Erdoğan, İsrail'i Dürzileri bahane ederek Suriye'yi bölmeye çalışmakla itham etti.", 'TUR ACCUSE ISR'],
  ["Aliyev ve Paşinyan Beyaz Saray'da bir araya geldi.", 'AZE+ARM CONSULT'],
])('who is meant by the order of words: %s', async (text, event) => {
  expect(await lastOf(text)).toContain(event);
});

it('a noun of its own parts a verb from the one before it', async () => {
  const events = await lastOf("Bağdat, Erdoğan'ın ziyaretinden haftalar önce PKK'yı yasaklı örgüt ilan etti.");
  expect(events).toEqual(['IRQ COERCE PKK']);
});

it('somebody else’s clause of time holds nobody whom the deed is done to', async () => {
  expect(await lastOf("Putin Pekin'e giderken Rus ordusu Harkiv'i bombaladı.")).toEqual(['RUS ASSAULT UKR']);
});

it.each([
  ["Atina'da deprem oldu, Yunan ekipleri çalıştı. Türkiye komşusuna kurtarma ekipleri gönderdi.", 'TUR AID GRC'],
  ["Paşinyan, KGAÖ'den yardım talep etti. Örgüt bölgeye asker göndermeyi reddetti.", 'CSTO REJECT ARM'],
  ["Kürdistan Yurtseverler Birliği (KYB) lideri Bafel Talabani, Türkiye'yi kınadı.", 'PUK ACCUSE TUR'],
  ['Kerküklü Türkmenler, il meclisi seçim sonuçlarını protesto etti.', 'IRQ PROTEST IRQ'],
  ['Silahlı bir saldırgan Azerbaycan’ın Tahran Büyükelçiliğine girerek güvenlik amirini öldürdü.', 'ASSAULT AZE'],
])('words for somebody named before or beside: %s', async (text, event) => {
  expect(await lastOf(text)).toContain(event);
});
