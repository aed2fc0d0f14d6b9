/**
 * Marks a copied article up as HTML in six ways that publishing systems have, so that the same expectations hold
 * for text and page. The article must have the shape: section, title, key points, share line, languages, body, notes
 * [1] …, author twice, biography, "similar posts".
 */
export function asPages(article: string): string[] {
  const parts = partsOf(article);
  return [anchored(parts), flat(parts), listed(parts), divs(parts), broken(parts), superscripts(parts)];
}

interface Parts {
  readonly section: string;
  readonly title: string;
  readonly points: readonly string[];
  readonly share: string;
  readonly languages: string;
  readonly body: readonly string[];
  readonly notes: readonly string[];
  readonly author: string;
  readonly life: string;
  readonly similar: string;
}

function partsOf(article: string): Parts {
  const groups = article
    .trim()
    .split(/\n\s*\n/)
    .map((group) => group.split('\n').map(escaped));
  const first = groups.findIndex((group) => group[0]!.startsWith('[1]'));
  const after = groups.findIndex((group, i) => i > first && !group[0]!.startsWith('['));
  return {
    section: groups[0]![0]!,
    title: groups[1]![0]!,
    points: groups[2]!,
    share: groups[3]![0]!,
    languages: groups[4]![0]!,
    body: groups.slice(5, first).map((group) => group[0]!),
    notes: groups.slice(first, after).map((group) => group[0]!),
    author: groups[after]![0]!,
    life: groups[after]![2]!,
    similar: groups[after + 1]![0]!,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function all(tag: string, items: readonly string[]): string {
  return items.map((item) => `<${tag}>${item}</${tag.split(' ')[0]}>`).join('\n');
}

const MENU =
  '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/about">About us</a></li></ul></nav>';
const FOOTER = '<footer><p>All rights reserved.</p></footer>';

function related(title: string): string {
  return `<div class="related"><h3>${title}</h3><ul><li><a href="/a">Why the fleet looks east</a></li></ul></div>`;
}

function anchored(p: Parts): string {
  const body = p.body.map((text) => text.replace(/\[(\d+)\]/g, '<a href="#_ftn$1" id="_ftnref$1">[$1]</a>'));
  const notes = p.notes.map((text) => text.replace(/^\[(\d+)\]/, '<a id="_ftn$1" href="#_ftnref$1">[$1]</a>'));
  return `<!doctype html><html><head><title>${p.title}</title></head><body>${MENU}<div class="post"><a rel="category tag" href="/x">${p.section}</a>
<h1>${p.title}</h1><div class="ozet"><h3>Key Points</h3><ul>${all('li', p.points)}</ul></div><div class="share"><span>${p.share}</span></div>
<p>${p.languages}</p><div class="entry-content">${all('p', body)}<hr>${all('p', notes)}</div>
<div class="author-box"><h4>${p.author}</h4><h5>${p.author}</h5><p>${p.life}</p></div>${related(p.similar)}</div>${FOOTER}</body></html>`;
}

function flat(p: Parts): string {
  return `<html><head><title>${p.title}</title></head><body>${MENU}<main><article><p>${p.section}</p><h1>${p.title}</h1>${all('p', p.points)}
<button>${p.share}</button><p>${p.languages}</p>${all('p', p.body)}${all('p', p.notes)}<h4>${p.author}</h4><h4>${p.author}</h4><p>${p.life}</p><h3>${p.similar}</h3></article></main></body></html>`;
}

function listed(p: Parts): string {
  const body = p.body.map((text) => text.replace(/\[(\d+)\]/g, '<sup><a href="#fn$1" id="r$1">$1</a></sup>'));
  const notes = p.notes.map(
    (text, i) => `<li id="fn${i + 1}">${text.replace(/^\[\d+\] /, '')} <a href="#r${i + 1}">↩</a></li>`,
  );
  return `<!doctype html><html><head><title>${p.title} | Site</title></head><body><header>${MENU}</header><div class="breadcrumb"><a href="/">Home</a> / <a>${p.section}</a></div>
<article><header><h1>${p.title}</h1><p class="byline">By ${p.author}</p></header><section class="key-points">${all('p', p.points)}</section>
<div class="social-share"><a>Facebook</a><a>${p.share}</a></div><div class="wpml">${p.languages}</div><div class="content">${all('p', body)}<ol class="footnotes">${notes.join('')}</ol></div>
<aside class="author-bio"><h3>${p.author}</h3><p>${p.life}</p></aside><section class="similar"><h2>${p.similar}</h2><a href="/z">Another post</a></section></article></body></html>`;
}

function divs(p: Parts): string {
  return `<html><body><div>${MENU}</div><div><div>${p.section}</div><div><h2>${p.title}</h2></div>${all('div', p.points)}<div>${p.share}</div><div>${p.languages}</div>
${all('div', p.body)}<div>${p.notes.join('<br>')}</div><div>${p.author}</div><div>${p.author}</div><div>${p.life}</div><div>${p.similar}</div></div></body></html>`;
}

function broken(p: Parts): string {
  return `<html><head><meta property="og:title" content="${p.title}"></head><body><p>${p.section}</p><h1>${p.title}</h1><p>${p.points.join('<br>')}</p><p>${p.share}</p>
<p>${p.languages}</p><div class=text>${[...p.body, ...p.notes].join('<br><br>')}</div>${all('p', [p.author, p.author, p.life, p.similar])}</body></html>`;
}

function superscripts(p: Parts): string {
  const body = p.body.map((text) => {
    const marked = text.replace(/\[(\d+)\]/g, '<sup>$1</sup>');
    return text.startsWith('“') ? `<blockquote><p>${marked}</p></blockquote>` : `<p>${marked}</p>`;
  });
  const notes = p.notes.map((text) => text.replace(/^\[(\d+)\] /, '<sup>$1</sup> '));
  return `<html><head><title>${p.title} – Centre</title></head><body>${MENU}<div id=main><span class="category">${p.section}</span><h1 class="entry-title">${p.title}</h1>
<ul>${all('li', p.points)}</ul><div class="sharing">${p.share}</div><div>${p.languages}</div><div class="entry-content">${body.join('')}<h3>Notes</h3>${all('p', notes)}</div>
<div class="author"><strong>${p.author}</strong><br>${p.author}<p>${p.life}</p></div>${related(p.similar)}</div></body></html>`;
}
