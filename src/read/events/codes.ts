import { ChanceryError, type CodeRating, type CodeTable, parseTsv, QUADS, type Quad } from '../../model/index.ts';

/** Reads a code table: columns code, quad, score (may be empty), label. Throws CODES_QUAD or CODES_SCORE with the line. */
export function parseCodes(tsv: string, file: string): CodeTable {
  const table = new Map<string, CodeRating>();
  for (const row of parseTsv(tsv, file, ['code', 'quad', 'score'])) {
    const quad = quadOf(row.fields['quad'] ?? '');
    if (quad === undefined) {
      throw new ChanceryError('CODES_QUAD', 'unknown quad', {
        at: row.at,
        expected: QUADS.join(', '),
        found: row.fields['quad'] ?? '',
      });
    }
    const score = scoreOf(row.fields['score']);
    if (score === undefined && row.fields['score']) {
      throw new ChanceryError('CODES_SCORE', 'not a score', {
        at: row.at,
        expected: '-10 to 10 or empty',
        found: row.fields['score'],
      });
    }
    table.set(row.fields['code'] ?? '', {
      quad,
      ...(score === undefined ? {} : { score }),
      ...(row.fields['label'] ? { label: row.fields['label'] } : {}),
    });
  }
  return table;
}

/** The code's own line, else the nearest broader code of the hierarchy (at least two digits); undefined when the root is unknown too. */
export function ratingOf(table: CodeTable, code: string): CodeRating | undefined {
  for (let length = code.length; length >= 2; length--) {
    const rating = table.get(code.slice(0, length));
    if (rating) return rating;
  }
  return undefined;
}

/** A score within -10 to 10; undefined for anything else ("None", "", NaN, 99). */
export function scoreOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) && Math.abs(value) <= 10 ? value : undefined;
}

/** Quads as words, as numbers 1-4, or as the field spells them ("Verbal Cooperation"). */
export function quadOf(text: string): Quad | undefined {
  const words = text
    .trim()
    .replace(/[A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 32))
    .replace(/[ _]+/g, '-');
  if (/^[1-4]$/.test(words)) return QUADS[Number(words) - 1];
  return QUADS.find((quad) => quad === words);
}
