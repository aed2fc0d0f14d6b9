import { ChanceryError } from '../model/index.ts';
import { type JsonRecord, requiredField, stringField } from './records.ts';
import type { Marked } from './relation.ts';

/** The sentence with the places of both parties: from its <s></s> and <t></t> marks, else by looking for the mentions. */
export function markedSentence(record: JsonRecord, at: string): Marked {
  const marked = stringField(record, 'marked', at);
  if (marked !== undefined) return unmark(marked);
  const text = requiredField(record, 'sentence', at);
  const source = requiredField(record, 'source', at);
  const target = requiredField(record, 'target', at);
  return place(text, source, target);
}

function unmark(marked: string): Marked {
  let text = '';
  let last = 0;
  const spans: Record<string, [number, number]> = {};
  for (const match of marked.matchAll(/<(\/?)([st])>/g)) {
    text += marked.slice(last, match.index);
    last = match.index + match[0].length;
    const name = match[2]!;
    if (match[1] === '' && !spans[name]) spans[name] = [text.length, -1];
    else if (match[1] === '/' && spans[name]?.[1] === -1) spans[name]![1] = text.length;
  }
  text += marked.slice(last);
  const span = (name: string): readonly [number, number] | undefined =>
    spans[name] && spans[name][1] > spans[name][0] ? spans[name] : undefined;
  const [source, target] = [span('s'), span('t')];
  return { text, ...(source ? { source } : {}), ...(target ? { target } : {}) };
}

/** First places of both mentions that do not overlap. */
export function place(text: string, source: string, target: string): Marked {
  let s = text.indexOf(source);
  let t = text.indexOf(target);
  if (s >= 0 && t >= s && t < s + source.length) t = text.indexOf(target, s + source.length);
  else if (t >= 0 && s >= t && s < t + target.length) s = text.indexOf(source, t + target.length);
  if (s < 0 && t < 0)
    throw new ChanceryError('CLASSIFY_MENTION', 'neither mention is in the sentence', {
      found: `${source} / ${target}`,
    });
  return {
    text,
    ...(s >= 0 ? { source: [s, s + source.length] as const } : {}),
    ...(t >= 0 ? { target: [t, t + target.length] as const } : {}),
  };
}
