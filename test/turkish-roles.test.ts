import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

async function coded(text: string): Promise<string[]> {
  const { events } = await workbench.codeText({ text, language: 'tr' });
  const codes = (list: readonly { code: string }[]): string => list.map(({ code }) => code).join(',');
  return events.map((event) => `${codes(event.actor)}>${codes(event.recipient)} ${event.type}`);
}

describe('roles from Turkish suffixes', () => {
  it('gives a subject, a participle and the noun it modifies their own parties', async () => {
    const events = await coded("ABD'nin Rusya'ya uyguladığı yaptırımları kınayan Çin, Washington'ı diyaloğa çağırdı.");
    expect(events).toContain('CHN>USA REQUEST');
    expect(events).toContain('USA>RUS SANCTION');
  });

  it('gives a deed that angers somebody to whoever owns the verbal noun', async () => {
    expect(await coded("Almanya'nın Ukrayna'ya tank göndermesi Moskova'yı kızdırdı.")).toEqual(['DEU>UKR AID']);
    expect(await coded("Ankara'nın planı reddetmesi Washington'ı kızdırdı.")).toEqual(['TUR>USA REJECT']);
  });

  it('keeps what follows the colon of a headline apart', async () => {
    expect(await coded("İsrail'den Lübnan'a hava saldırısı: 5 ölü")).toEqual(['ISR>LBN ASSAULT']);
  });

  it('keeps a subject out of the list that follows it', async () => {
    expect(await coded("Fransa, Kiev ve Moskova'yı müzakereye çağırdı.")).toEqual(['FRA>UKR,RUS REQUEST']);
  });

  it('gives the accused to the verb of accusing, not to the verbal noun beside him', async () => {
    expect(await coded("Hindistan, Pakistan'ı terörü desteklemekle suçladı.")).toEqual(['IND>PAK ACCUSE']);
  });

  it('reads a refusal in a negated verb', async () => {
    expect(await coded("Ankara, Kırım'ın ilhakını tanımadı.")).not.toContain('TUR>UKR SUPPORT');
  });

  it('joins the names on both sides of ile at the head of a clause', async () => {
    expect(await coded('Polonya ile Almanya, savunma anlaşması imzaladı.')).toEqual(['POL,DEU> SUPPORT']);
    expect(await coded("Erdoğan, Putin ile Soçi'de görüştü.")).toEqual(['TUR,RUS> CONSULT']);
  });

  it('takes a noun that the first name owns for the subject', async () => {
    expect(await coded("NATO ülkeleri Rusya'yı kınadı.")).toEqual(['NATO>RUS ACCUSE']);
    expect(await coded("AFAD ekibi dün Sudan'a yardım gönderdi.")).toEqual(['TUR>SDN AID']);
  });

  it('finds whom an act concerns deep in the phrases before the verb', async () => {
    expect(await coded("Yunanistan, Türkiye'ye ait balıkçı teknesine ateş açtı.")).toEqual(['GRC>TUR ASSAULT']);
    expect(await coded("İsrail, Lübnan'ın güneyindeki hedefleri bombaladı.")).toEqual(['ISR>LBN ASSAULT']);
    expect(await coded("Katar, Kahire'deki zirveye Riyad'ın baskısı yüzünden gitmedi.")).toContain('QAT>EGY REJECT');
    expect(await coded("Kongo, Ruanda'dan gelen on bin kişiye çadır sağladı.")).toContain('COD>RWA AID');
  });

  it('takes the only other state of the sentence, but no subject of the next clause', async () => {
    const events = await coded('Mısır ordusu tatbikat yaptı, Etiyopya bunu kınadı.');
    expect(events).toContain('ETH>EGY ACCUSE');
  });

  it('takes the state whose ministry writes for "we" and "our ministry"', async () => {
    expect(await coded('Bakanlığımız, Endonezya halkına başsağlığı dilemektedir.')).toEqual(['TUR>IDN SUPPORT']);
    expect(await coded('İsrail polisini kınıyoruz.')).toEqual(['TUR>ISR ACCUSE']);
    expect(await coded('Pakistan halkına başsağlığı diliyoruz.')).toEqual(['TUR>PAK SUPPORT']);
    expect(await coded('Irak meclisinin kararını kabul etmiyoruz.')).toEqual(['TUR>IRQ REJECT']);
    expect(await coded('Bakan Lavrov, "İsrail\'i kınıyoruz" dedi.')).not.toContain('TUR>ISR ACCUSE');
  });
});

describe('clauses inside a Turkish sentence', () => {
  it('gives the noun of an object participle to whoever the sentence is about', async () => {
    expect(await coded('Hamas, kaçırdığı Fransız gazeteciyi serbest bıraktı.')).toContain('HAMAS>FRA ASSAULT');
  });

  it('gives each of two subjects its own verb', async () => {
    const events = await coded("İran Irak'ı bombalarken Türkiye saldırıyı kınadı.");
    expect(events).toContain('IRN>IRQ ASSAULT');
    expect(events.some((event) => event.startsWith('TUR>') && event.endsWith('ACCUSE'))).toBe(true);
  });

  it('gives help that is announced in the passive to whoever announces it', async () => {
    expect(await coded("Japonya Savunma Bakanlığı, Ukrayna'ya insani yardım gönderileceğini açıkladı.")).toContain(
      'JPN>UKR AGREE',
    );
  });

  it('knows whom a pronoun for a deed is against', async () => {
    expect(await coded("Rus uçakları Halep'i bombaladı; NATO bunu kınadı.")).toContain('NATO>RUS ACCUSE');
  });

  it('takes an ending of manner on a people or a body for the doer of a passive', async () => {
    expect(await coded('Türk gemisi Yunan polisince durduruldu.')).toEqual(['GRC>TUR COERCE']);
  });

  it('tells no condition as an act', async () => {
    expect(await coded('Güney Kore, Pyongyang ateş açarsa cevap vereceğini bildirdi.')).not.toContain(
      'PRK>KOR ASSAULT',
    );
  });

  it('lets no paper act', async () => {
    expect(await coded("Moskova, Avrupa'ya gaz satışını yasaklayan kararnameyi imzaladı.")).not.toContain(
      'EUROPE>RUS COERCE',
    );
    expect(await coded("Ürdün meclisi, İsrail'i kınayan ortak bir bildiri yayımladı.")).toContain('JOR>ISR ACCUSE');
  });

  it('takes an owner for the subject only where the noun beside him is not his', async () => {
    expect(await coded("Belgrad, Kosova'nın bağımsızlığını tanımayacağını söyledi.")).toContain('SRB>XKX REJECT');
  });

  it('threatens whoever the condition is about', async () => {
    expect(await coded("İran, İsrail'in saldırması halinde karşılık verecekleri uyarısında bulundu.")).toContain(
      'IRN>ISR THREATEN',
    );
  });

  it('asks whoever stands in a case of his own', async () => {
    expect(await coded("Japonya, kaçırılan gazeteci için Ürdün'den yardım istedi.")).toContain('JPN>JOR REQUEST');
  });
});

describe('reports and analyses in Turkish', () => {
  it.each([
    [
      'what is done to somebody by a bare owner',
      "Belarus'a uygulanan AB yaptırımları ekonomiyi zayıflattı.",
      ['EU>BLR SANCTION'],
    ],
    [
      'a meeting is the subject’s',
      'Mısır Dışişleri Bakanı, Ürdün Kralı ile görüşmesinde ilişkilerin geliştiğini ifade etti.',
      ['EGY,JOR> CONSULT'],
    ],
    [
      'what is between two is done to both',
      'Sırp bakan, Ankara ile Bakü arasındaki iş birliğini övdü.',
      ['SRB>TUR,AZE SUPPORT', 'TUR,AZE> COOPERATE'],
    ],
    [
      'one of the sides asks the other',
      'Aliyev, Bakü ile Ankara arasındaki iş birliğinin artırılmasının gerekliliğini vurguladı.',
      ['AZE>TUR REQUEST'],
    ],
    ['who speaks blames', 'Lukaşenko, "Polonya gerilimi tırmandırıyor." dedi.', ['BLR>POL ACCUSE']],
    ['what is not being done is no denial', 'Lukaşenko, "Belarus ve Rusya ittifak kurmuyor." dedi.', []],
  ])('%s', async (_, text, expected) => {
    expect(await coded(text)).toEqual(expected);
  });

  it('gives the owner of the first verb form to the second', async () => {
    const text = "Bakan, Sırbistan ve Macaristan'ın buna karşı çıktığını, ortak tatbikat yaptığını belirtti.";
    expect(await coded(text)).toContain('SRB,HUN> COOPERATE');
  });
});

describe('stance from Turkish suffixes', () => {
  async function stances(text: string): Promise<string[]> {
    const { events } = await workbench.codeText({ text, language: 'tr' });
    return events.map(({ type, stance }) => `${type} ${stance}`);
  }

  it('sees no negation in the stem of a participle', async () => {
    expect(await stances("Almanya, Polonya'nın önerisini memnuniyetle karşıladığını bildirdi.")).toContain(
      'SUPPORT happened',
    );
  });

  it('knows what may be from what could be done', async () => {
    expect(await stances("İspanya, Fas'a insani yardım gönderebilir.")).toEqual(['AID hypothetical']);
  });

  it('knows what another is asked to do from what somebody wants to do', async () => {
    expect(await coded("Ankara, Bağdat'tan üsleri kapatmasını istedi.")).toEqual(['TUR>IRQ REQUEST']);
  });

  it('plans the help that is announced, and has made the threat that is announced', async () => {
    expect(await stances("Norveç, Kiev'e uçak göndereceğini açıkladı.")).toEqual(['AGREE planned']);
    expect(await stances("İran, İsrail'i vuracağını duyurdu.")).toEqual(['THREATEN happened']);
  });
});
