import { type DomElement, labelOf } from './dom.ts';

/**
 * What a box on a page is for, by its tag, role, class or id. Class names are the habits of web designers, not
 * words of a language, so they stand here and not in the word tables.
 */
const LABELS: readonly (readonly [string, RegExp])[] = [
  ['cookie notice', /\b(?:cookie|consent|gdpr|kvkk)/i],
  ['comment form', /\b(?:comments?(?:-|_|$|\s)|disqus|respond\b|yorumlar?\b|kommentari)/i],
  [
    'share buttons',
    /\b(?:share|sharing|sharedaddy|social|sosyal|podelit|sns)\b|\b(?:addthis|addtoany|a2a_|paylas|ya-share|sharethis)|(?:share|social)[-_](?:bar|buttons?|links?|icons?|tools?|this)|(?:post|article|entry)[-_]?(?:share|social)/i,
  ],
  [
    'related posts',
    /\b(?:related|similar|recommend(?:ed|ations?)?|read-?more|more-?(?:stories|news|from|on)|also-?(?:like|read)|benzer|ilgili|ilginizi|pohozhie|po-?teme|yarpp|outbrain|taboola|jp-relatedposts|most-?(?:read|popular)|trending|popular-?posts|up-?next|next-?(?:post|article)|prev-?post|post-?nav(?:igation)?|nav-links)\b/i,
  ],
  [
    'subscription prompt',
    /\b(?:newsletter|subscri(?:be|ption)|sign-?up|paywall|e-?bulten|abone|podpis|mailing|donate|membership)/i,
  ],
  [
    'author box',
    /\b(?:author|writer|yazar|avtor|contributor|expert|muhabir)[-_]?(?:s[-_])?(?:box|bio|info|card|kutu|profile|about|desc(?:ription)?|details|block|widget)\b|\b(?:about|view)-?authors?\b|\babout-?author\b|\b(?:post|entry|article)-author-(?:box|bio)\b|\bmolongui/i,
  ],
  [
    'advertisement',
    /\b(?:advert(?:isement)?s?|ad-?(?:slot|unit|container|wrapper|banner|block)|ads|adsbygoogle|promo(?:tion)?|sponsor(?:ed)?|reklam|banner|dfp)\b/i,
  ],
  ['tags', /\b(?:tags|tag-?(?:list|links|cloud)|post-tags|entry-tags|etiket(?:ler)?|keywords|tagcloud)\b/i],
  [
    'navigation',
    /\b(?:breadcrumbs?|navbar|menu|navigation|nav|skip-link|pagination|pager|toolbar|site-header|masthead|toc|table-of-contents)\b/i,
  ],
  ['footer', /\b(?:site-footer|footer|colophon|page-footer|copyright)\b/i],
  // A page builder calls every piece a widget (elementor-widget): only the bare word is a side bar's.
  ['sidebar', /\b(?:sidebar|side-bar|rail)\b|(?<![\w-])widget(?:-area)?(?![\w-])/i],
  [
    'also available in',
    /\b(?:wpml|lang(?:uage)?-?(?:switcher|links|list|select(?:or)?)|translations|polylang|diller)\b/i,
  ],
  ['print', /\b(?:print-?(?:link|button)|page-?tools|article-?tools|font-?size)\b/i],
];
const TAGS: Readonly<Record<string, string>> = { nav: 'navigation', footer: 'footer', aside: 'sidebar' };
const ROLES: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  banner: 'page header',
  contentinfo: 'footer',
  complementary: 'sidebar',
  search: 'navigation',
  dialog: 'dialog',
  alertdialog: 'dialog',
};
/** Containers of a whole page or article carry many words in their classes and are never a box. */
const PAGE: ReadonlySet<string> = new Set([
  'html',
  'body',
  'main',
  'article',
  'p',
  'a',
  'h1',
  'h2',
  'h3',
  'span',
  'em',
  'strong',
]);

/** The reason for which a box is no part of the article; undefined when nothing speaks against it. */
export function boxReason(element: DomElement): string | undefined {
  const name = element.localName;
  if (PAGE.has(name)) return undefined;
  const byTag = TAGS[name] ?? ROLES[element.getAttribute('role') ?? ''];
  const label = labelOf(element);
  if (label !== '' && label.length < 300) {
    for (const [reason, pattern] of LABELS) if (pattern.test(label)) return reason;
  }
  return byTag;
}
