import type { CslItem, CslName } from '../../model/index.ts';
import {
  type CiteOptions,
  containerOf,
  dayFirst,
  dayOf,
  endWith,
  isWhole,
  linkOf,
  pages,
  present,
  publisherOf,
  type Setter,
  setterOf,
} from './part.ts';

/** A reference after ISO 690:2021 (name and date elements in the order of its running-notes method). */
export function iso690Reference(item: CslItem, options: CiteOptions = {}): string {
  const set = setterOf(options.markup);
  const link = linkOf(item);
  const accessed = dayOf(item.accessed);
  const sentences = present([
    authorsOf(item.author, set),
    titleOf(item, set),
    hostOf(item, set),
    link === undefined ? undefined : 'Online',
    imprintOf(item, options, set),
    link && accessed ? `[viewed ${dayFirst(accessed)}]` : undefined,
    link && `Available from: ${set.text(link)}`,
  ]);
  return sentences
    .map((sentence, i) => (i === sentences.length - 1 && link ? sentence : endWith(sentence, '.')))
    .join(' ');
}

function authorsOf(authors: readonly CslName[] | undefined, set: Setter): string | undefined {
  const names = (authors ?? []).map(({ literal, family, given }) =>
    literal === undefined ? present([family?.toUpperCase(), given]).join(', ') : literal.toUpperCase(),
  );
  if (names.length === 0) return undefined;
  if (names.length > 3) return set.text(`${names[0]} et al.`);
  return set.text(names.length === 1 ? names[0]! : `${names.slice(0, -1).join('; ')} and ${names[names.length - 1]}`);
}

function titleOf(item: CslItem, set: Setter): string | undefined {
  if (item.title === undefined) return undefined;
  return isWhole(item) || containerOf(item) === undefined ? set.emphasis(item.title) : set.text(item.title);
}

function hostOf(item: CslItem, set: Setter): string | undefined {
  const container = containerOf(item);
  return container && set.emphasis(container);
}

function imprintOf(item: CslItem, { locator }: CiteOptions, set: Setter): string | undefined {
  const issued = dayOf(item.issued);
  const publisher = publisherOf(item);
  const page = locator ?? item.page;
  const house = present([item['publisher-place'], publisher]).join(': ');
  const parts = present([
    house,
    issued && dayFirst(issued),
    item.volume && `vol. ${item.volume}`,
    item.issue && `no. ${item.issue}`,
    page && `p. ${pages(page)}`,
  ]);
  return parts.length === 0 ? undefined : set.text(parts.join(', '));
}
