import type { Event, Participant, Span } from '../model/index.ts';

/** An event drawn under its sentence: brackets under the words, then the reasoning line by line. */
export function drawEvent(event: Event): string {
  const { evidence, trigger, attribution } = event;
  const lines = [evidence.quote.replaceAll('\n', ' ')];
  const marks: [string, Span][] = [
    ...event.actor.map((one): [string, Span] => [`actor ${label(one)}`, one.mention]),
    [`${event.type}${event.mode ? `/${event.mode}` : ''}`, trigger],
    ...event.recipient.map((one): [string, Span] => [`recipient ${label(one)}`, one.mention]),
    ...(attribution
      ? ([[`speaker ${label(attribution.speaker)}`, attribution.speaker.mention]] as [string, Span][])
      : []),
  ];
  lines.push(...rows(marks, evidence));
  lines.push(facts(event));
  for (const { rule, at, says } of event.explanation) lines.push(`  ${rule}${at ? `  ${at}` : ''}  ${says}`);
  return lines.join('\n');
}

function label(one: Participant): string {
  return one.sector ? `${one.code} ${one.sector}` : one.code;
}

/** Packs the marks into as few rows as their labels allow. */
function rows(marks: readonly (readonly [string, Span])[], evidence: Span): string[] {
  const lines: string[] = [];
  for (const [text, span] of [...marks].sort((a, b) => a[1].start - b[1].start)) {
    if (span.start < evidence.start || span.end > evidence.end) continue;
    const column = span.start - evidence.start;
    const bracket = '─'.repeat(Math.max(1, span.end - span.start));
    const place = lines.findIndex((line) => line.length <= column);
    const row = `${bracket} ${text}  `;
    if (place < 0) lines.push(' '.repeat(column) + row);
    else lines[place] = lines[place]!.padEnd(column) + row;
  }
  return lines.map((line) => line.trimEnd());
}

function facts(event: Event): string {
  const when = event.when
    ? `${event.when.from}${event.when.to === event.when.from ? '' : ` … ${event.when.to}`} (${event.when.basis})`
    : 'no date';
  const contexts = event.contexts.length > 0 ? event.contexts.join(', ') : 'no context';
  return `${event.stance}; ${when}; ${contexts}; CAMEO ${event.cameo ?? '–'}; score ${event.score}; confidence ${event.confidence}`;
}
