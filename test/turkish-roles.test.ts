import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench();

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

  it('keeps a subject out of the list that follows it', async () => {
    expect(await coded("Fransa, Kiev ve Moskova'yı müzakereye çağırdı.")).toEqual(['FRA>UKR,RUS REQUEST']);
  });

  it('gives the accused to the verb of accusing, not to the verbal noun beside him', async () => {
    expect(await coded("Hindistan, Pakistan'ı terörü desteklemekle suçladı.")).toEqual(['IND>PAK ACCUSE']);
  });

  it('reads a refusal in a negated verb', async () => {
    expect(await coded("Ankara, Kırım'ın ilhakını tanımadı.")).not.toContain('TUR>UKR SUPPORT');
  });
});
