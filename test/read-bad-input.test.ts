import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ChanceryError } from '../src/model/index.ts';
import { readInThread } from '../src/read/guarded.ts';
import { type ReadInput, readBytes, readGuarded } from '../src/read/index.ts';
import { loadReadWords, wordLanguages } from './word-tables.ts';

const words = loadReadWords();

function input(content: string | Uint8Array, more: Partial<ReadInput> = {}): ReadInput {
  return { bytes: typeof content === 'string' ? Buffer.from(content) : content, name: 'input', words, ...more };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'no error';
  } catch (error) {
    return error instanceof ChanceryError ? error.code : String(error);
  }
}

describe('input that cannot be read', () => {
  it('an empty file, and one of blanks', async () => {
    expect(await codeOf(readBytes(input('')))).toBe('READ_EMPTY');
    expect(await codeOf(readBytes(input(' \n\t \r\n')))).toBe('READ_EMPTY');
    expect(await codeOf(readBytes(input('<html><body><nav><a href="/">Home</a></nav></body></html>')))).toBe(
      'READ_EMPTY',
    );
  });

  it('a binary file that is called .html', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) & 255);
    const png = Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n'), noise]);
    for (const bytes of [png, noise, Buffer.from('%PDF-1.7 <html>')]) {
      expect(await codeOf(readBytes(input(bytes, { name: 'page.html' })))).toBe('READ_BINARY');
    }
  });

  it('50 MB in one line are refused, and read in linear time when allowed', async () => {
    const line = Buffer.alloc(50_000_000, 'The minister of state said that ');
    expect(await codeOf(readBytes(input(line)))).toBe('READ_TOO_LARGE');
    const document = await readBytes(input(line, { maxBytes: 60_000_000 }));
    expect(document.text.length).toBeGreaterThan(49_000_000);
  });
});

describe('input that is broken and still read', () => {
  it('20,000 nested boxes keep their text', async () => {
    const page = `<html><body>${'<div>'.repeat(20_000)}<p>The treaty was signed in Ankara on Monday.</p>`;
    const document = await readBytes(input(page));
    expect(document.text).toContain('The treaty was signed in Ankara on Monday.');
    expect(document.removed.some(({ reason }) => reason.includes('levels'))).toBe(true);
  });

  it('thousands of links in one box are read in linear time', async () => {
    const links = Array.from({ length: 8000 }, (_, i) => `<p>Line <a href="#n${i}">${i}</a></p>`).join('');
    const started = process.cpuUsage();
    const document = await readBytes(input(`<html><body><article>${links}</article></body></html>`));
    expect(document.text).toContain('Line');
    // minutes when the box was read again for every link
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(30);
  });

  it('a page of other shapes that blow up parsers', async () => {
    const shapes = [
      `${'<b><i>'.repeat(10_000)}The treaty was signed.${'<p>y'.repeat(500)}`,
      `<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}=1`).join(' ')}>The treaty was signed.</p>`,
      `<p>The treaty was signed.</p>${'<'.repeat(200_000)}`,
      `<p>The treaty was signed.</p>${'<!--'.repeat(100_000)}`,
      `${'<table><tr><td>'.repeat(5_000)}The treaty was signed.`,
      `<p>The treaty was signed.</p>${'<a><a>'.repeat(5_000)}`,
      `<p>The treaty was signed.</p>${'<script>'.repeat(50_000)}`,
      `<p>The treaty was signed.</p>${'&amp'.repeat(100_000)}`,
    ];
    for (const shape of shapes) {
      const document = await readGuarded(input(`<html><body>${shape}`, { contentType: 'text/html' }));
      expect(document.text, shape.slice(0, 40)).toContain('The treaty was signed.');
    }
  });

  it('invalid UTF-8 is shown as such and counted', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Министр заявил о договоре, '),
      Buffer.from([0xff, 0xfe, 0x80]),
      Buffer.from(' и «Россия» согласилась.'),
    ]);
    const document = await readBytes(input(bytes));
    expect(document.text).toContain('\ufffd');
    expect(document.text).toContain('«Россия» согласилась');
    expect(document.removed.some(({ reason }) => reason.includes('U+FFFD'))).toBe(true);
  });

  it('any bytes give a document whose blocks tile the text, or a named error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 400 }),
        fc.constantFrom('a.html', 'a.txt'),
        async (bytes, name) => {
          const read = readBytes(input(bytes, { name }));
          const document = await read.catch((error: unknown) => error);
          if (document instanceof ChanceryError) return document.code.startsWith('READ_');
          const { text, blocks } = document as Awaited<typeof read>;
          return (
            blocks.every((block) => text.slice(block.start, block.end).trim() !== '') &&
            text.length === blocks.at(-1)?.end
          );
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('old encodings', () => {
  const russian =
    'Министр обороны России заявил, что военное сотрудничество с Китаем будет расширено. Президент подчеркнул важность «совместных учений» в марте 2023 года.';
  const turkish =
    'Türkiye Dışişleri Bakanı, Çin ile Rusya arasındaki iş birliğinin bölgesel güvenliği etkilediğini söyledi. Açıklamada “ortak tatbikatların” süreceği belirtildi.';
  const english =
    'The minister said that co-operation would be “limitless” – and expanded; he stressed the countries’ joint exercises in the spring of the year.';

  it.each([
    ['windows-1251', russian],
    ['koi8-r', russian.replace(/[«»]/g, '"')],
    ['windows-1254', turkish],
    ['iso-8859-9', turkish.replace(/[“”]/g, '"')],
    ['windows-1252', english],
    ['utf-16le', russian],
  ])('%s, named in the page and not', async (charset, text) => {
    const page = `<html><head><meta charset="${charset}"><title>x</title></head><body><p>${text}</p></body></html>`;
    const named = await readBytes(input(iconv.encode(page, charset)));
    expect(named.text).toContain(text);
    const header = await readBytes(
      input(iconv.encode(text, charset), { contentType: `text/plain; charset=${charset}` }),
    );
    expect(header.text).toContain(text);
    const bare = await readBytes(input(iconv.encode(text, charset)));
    expect(bare.text).toContain(text);
    expect(wordLanguages()).toContain(bare.language);
  });

  it('a page in another language is not taken for its neighbour', async () => {
    const ukrainian =
      'Міністр оборони заявив, що військова співпраця з Польщею буде розширена, а спільні навчання відбудуться навесні наступного року, повідомили в уряді.';
    const document = await readBytes(input(ukrainian));
    expect(wordLanguages()).not.toContain(document.language);
  });
});

describe('reading under limits', () => {
  it('a thread gives the same document', async () => {
    const page =
      '<html><body><h1>A treaty is signed</h1><p>The treaty was signed in Ankara on Monday, the ministry said.</p></body></html>';
    expect(await readInThread(input(page))).toEqual(await readBytes(input(page)));
  });

  it('named errors come back from it, and too long or too much ends it', async () => {
    expect(await codeOf(readInThread(input('')))).toBe('READ_EMPTY');
    const page = `<html><body>${'<p>The treaty was signed in Ankara on Monday, the ministry said in a statement.</p>'.repeat(20_000)}`;
    expect(await codeOf(readInThread(input(page), { timeoutMs: 20 }))).toBe('READ_TIMEOUT');
    expect(await codeOf(readInThread(input(page), { memoryMb: 24 }))).toBe('READ_MEMORY');
  });
});
