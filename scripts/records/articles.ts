import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** `demo`: shown to users (data/demo), studied; `study`: errors may be read; `weights`: only learnt from; `unseen`: only scored, as sums. */
export type ArticlePart = 'demo' | 'study' | 'weights' | 'unseen';

export interface GoldArticle {
  readonly slug: string;
  readonly language: string;
  readonly part: ArticlePart;
  /** The article itself. */
  readonly source: string;
  /** Its hand-made record. */
  readonly expected: string;
}

/** Every article of gold/articles with its record, by slug. `root` ends with a slash or is empty. */
export function goldArticles(root = ''): GoldArticle[] {
  return readdirSync(`${root}gold/articles`)
    .sort()
    .map((slug) => ({ slug, expected: `${root}gold/articles/${slug}/expected.json` }))
    .filter(({ expected }) => existsSync(expected))
    .map(({ slug, expected }) => {
      const { part = 'demo' } = JSON.parse(readFileSync(expected, 'utf8')) as { part?: ArticlePart };
      const own = `${root}gold/articles/${slug}/article.txt`;
      const places = [own, ...['html', 'txt'].map((ending) => `${root}data/demo/${slug}.${ending}`)];
      const source = places.find((path) => existsSync(path));
      if (source === undefined) throw new Error(`gold/articles/${slug}: no article.txt and nothing in data/demo`);
      return { slug, language: slug.slice(0, 2), part, source, expected };
    });
}

/** Those whose errors may be read. */
export function openArticles(root = ''): GoldArticle[] {
  return goldArticles(root).filter(({ part }) => part === 'demo' || part === 'study');
}

/** Those that the layer learns from. */
export function learntArticles(language: string): GoldArticle[] {
  return goldArticles().filter((one) => one.language === language && one.part !== 'unseen');
}
