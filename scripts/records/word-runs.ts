/** How many content words in a row make two sentences too alike. */
export const RUN = 6;

const stop = new Set(
  (
    'a an the of to in on at by for from with and or but as is are was were be been has have had it its his her their he she they that this which who whom ' +
    'said says after before over under into not no will would could may than then there also up out off about against between during while when ' +
    'и в во на с со по о об от до из за к ко у не что как это его её их он она они но а для при над под после или был была были было ' +
    've ile bir bu da de için olarak olan daha ki ne'
  ).split(' '),
);

function words(text: string): string[] {
  return (text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => !stop.has(word));
}

/** All runs of so many content words in a text. */
export function* wordRuns(text: string, length = RUN): Generator<string> {
  const all = words(text);
  for (let at = 0; at + length <= all.length; at += 1) yield all.slice(at, at + length).join(' ');
}
