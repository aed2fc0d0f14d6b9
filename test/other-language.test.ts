import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guessLanguage, trueLanguage } from '../src/app/guess-language.ts';
import { openWorkbench } from '../src/app/workbench.ts';
import { main } from '../src/cli/main.ts';

/** Putin meets Xi, agreements are signed, the United States condemn it: full of events, if one could read it. */
const TEXTS: readonly (readonly [string, string])[] = [
  [
    'de',
    `Der russische Präsident Wladimir Putin traf am Dienstag in Peking mit dem chinesischen Staatschef Xi Jinping zusammen. Beide Seiten unterzeichneten mehrere Abkommen über die Zusammenarbeit im Energiebereich. Die Vereinigten Staaten verurteilten das Treffen und drohten mit neuen Sanktionen.`,
  ],
  [
    'fr',
    `Le président russe Vladimir Poutine a rencontré mardi à Pékin le dirigeant chinois Xi Jinping. Les deux parties ont signé plusieurs accords sur la coopération énergétique. Les États-Unis ont condamné la rencontre et menacé d'imposer de nouvelles sanctions.`,
  ],
  [
    'uk',
    `Президент Росії Володимир Путін зустрівся у вівторок у Пекіні з головою КНР Сі Цзіньпіном. Сторони підписали кілька угод про співпрацю в енергетиці. Сполучені Штати засудили зустріч і пригрозили новими санкціями.`,
  ],
  [
    'ar',
    `التقى الرئيس الروسي فلاديمير بوتين يوم الثلاثاء في بكين بالزعيم الصيني شي جين بينغ. ووقع الجانبان عدة اتفاقيات للتعاون في مجال الطاقة. وأدانت الولايات المتحدة اللقاء وهددت بفرض عقوبات جديدة.`,
  ],
  [
    'az',
    `Rusiya Prezidenti Vladimir Putin çərşənbə axşamı Pekində Çin lideri Si Cinpinlə görüşdü. Tərəflər enerji sahəsində əməkdaşlıq haqqında bir neçə saziş imzaladılar. Birləşmiş Ştatlar görüşü pislədi və yeni sanksiyalarla hədələdi.`,
  ],
  [
    'bg',
    `Руският президент Владимир Путин се срещна във вторник в Пекин с китайския лидер Си Цзинпин. Двете страни подписаха няколко споразумения за сътрудничество в енергетиката. Съединените щати осъдиха срещата и заплашиха с нови санкции.`,
  ],
];

const KAZAKH = `Ресей президенті Владимир Путин сейсенбі күні Бейжіңде Қытай басшысы Си Цзиньпинмен кездесті. Тараптар энергетика саласындағы ынтымақтастық туралы бірнеше келісімге қол қойды. Құрама Штаттар кездесуді айыптап, жаңа санкциялармен қорқытты.`;

async function runOn(text: string, ...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const file = join(mkdtempSync(join(tmpdir(), 'chancery-')), 'x.txt');
  writeFileSync(file, text);
  const written = { out: '', err: '' };
  const code = await main([args[0]!, file, ...args.slice(1)], {
    out: (more) => {
      written.out += more;
    },
    err: (more) => {
      written.err += more;
    },
    outIsTerminal: false,
    errIsTerminal: false,
  });
  return { code, ...written };
}

describe('texts in a language that is not the one asked for', () => {
  it.each(TEXTS)('%s is no English, Russian or Turkish', async (code, text) => {
    for (const said of ['en', 'ru', 'tr']) expect(await trueLanguage(text, said), said).toBe(code);
    expect(await guessLanguage(text)).toBe(code);
  });

  it('does not take Kazakh for Russian, though the detector does', async () => {
    expect(await trueLanguage(KAZAKH, 'ru')).toBe('und');
    expect(await guessLanguage(KAZAKH)).toBeUndefined();
  });

  it('abstains with the reason, and counts the document', async () => {
    const { events, abstentions, document } = await openWorkbench().codeText({ text: TEXTS[4]![1], language: 'tr' });
    expect(events).toEqual([]);
    expect(abstentions.map(({ why }) => why)).toEqual([
      'not-this-language: said to be Turkish (tr), but the text is in Azerbaijani (az)',
    ]);
    expect(document.language).toBe('az');
  });

  it('warns at the command line and codes nothing', async () => {
    const { code, out, err } = await runOn(TEXTS[0]![1], 'code', '--language', 'en', '--format', 'jsonl');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^NOT_THIS_LANGUAGE .*x\.txt: .*German \(de\)/);
  });

  it('parses what it was told to parse, and says so in the first line', async () => {
    const { out, err } = await runOn(TEXTS[0]![1], 'parse', '--language', 'en');
    expect(out.split('\n')[0]).toBe('# not_this_language = de');
    expect(out).toContain('\tunterzeichneten\t');
    expect(err).toMatch(/^NOT_THIS_LANGUAGE /);
  });

  it('never doubts the sentences of the gold records', async () => {
    const wrong: string[] = [];
    for (const language of ['en', 'ru', 'tr']) {
      for (const line of readFileSync(`gold/records/${language}.jsonl`, 'utf8').split('\n').filter(Boolean)) {
        const { text } = JSON.parse(line) as { text: string };
        if ((await trueLanguage(text, language)) !== language) wrong.push(text);
      }
    }
    expect(wrong).toEqual([]);
  });
});
