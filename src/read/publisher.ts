const AFTER = /(?:©|\(c\)|copyright)[\s©]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(\p{Lu}[^.,·|\d©]{2,60})/iu;
const BEFORE = /^([\p{Lu}«“"][^.,·|\d©]{2,60}?)\s*(?:©|\(c\))/u;

/** The name in a copyright line ("© Calder Institute, 2023", "Ledger of Europe (c) 2024"); the last such line counts. */
export function publisherIn(lines: readonly string[]): string | undefined {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!.slice(0, 200);
    if (!/©|\(c\)|copyright/i.test(line)) continue;
    const name = (BEFORE.exec(line)?.[1] ?? AFTER.exec(line)?.[1])?.trim();
    const bare = name?.replace(/\s*[-–—]\s.*$/, '').trim();
    if (bare !== undefined && bare.length > 2 && bare.split(' ').length <= 7) return bare;
  }
  return undefined;
}
