import type {
  Actor,
  Attribution,
  Mention,
  Note,
  Participant,
  Sentence,
  SourceRef,
  Span,
  Statement,
  TextSpan,
} from '../../model/index.ts';
import { contains, extended, overlaps } from '../../model/index.ts';
import type { CoderInput } from '../coder.ts';

interface Mark extends Span {
  readonly note: Note;
}

/** Statements and note marks of a document, ready to be asked by place. */
export interface Voices {
  readonly statements: readonly Statement[];
  readonly marks: readonly Mark[];
}

export function voicesOf({ document, statements }: CoderInput): Voices {
  const marks = document.notes.flatMap((note) => note.references.map(({ start, end }) => ({ start, end, note })));
  return { statements, marks: marks.sort((a, b) => a.start - b.start) };
}

/**
 * The innermost statement whose words hold the trigger gives the speaker, one that names nobody ("reportedly") only
 * where no other does; null is the document's own voice.
 */
export function attributionOf(
  { statements }: Voices,
  trigger: TextSpan,
  actor: readonly Participant[],
): Attribution | null {
  let best: Statement | undefined;
  for (const statement of statements) {
    // what somebody only judges ("condemned the attack") is not his report
    if (statement.about || !statement.content.some((span) => contains(span, trigger))) continue;
    if (!best || isNearer(statement, best)) best = statement;
  }
  const mention = best?.source[0] ?? best?.cue[0];
  const cue = best?.cue[0] ?? mention;
  if (!best || !mention || !cue) return null;
  const speaker = best.speaker ?? unresolved(mention);
  // a statement that is the act itself ("X accused Y") is no claim about it
  const isOwnAct = best.cue.some((span) => overlaps(span, trigger)) && actor.some((one) => one.id === speaker.id);
  if (isOwnAct) return null;
  return { speaker: extended(speaker, { mention }), cue, direct: best.direct !== false };
}

/**
 * A speaker whom the dictionary does not know ("officials in Tehran", "Reuters"), or the word of hearsay where nobody is
 * named ("allegedly"): a claim stays a claim. The code is the field's own sign for an actor that is not known.
 */
function unresolved({ text }: TextSpan): Actor {
  return { id: `unresolved:${text}`, code: '---', name: text };
}

function isNearer(one: Statement, other: Statement): boolean {
  const isNamed = one.source.length > 0;
  return isNamed === other.source.length > 0 ? size(one) < size(other) : isNamed;
}

function size(statement: Statement): number {
  return statement.content.reduce((sum, span) => sum + span.end - span.start, 0);
}

/** The note at the sentence: the first mark at or after the trigger inside it, or glued to its end. */
export function sourceOf({ marks }: Voices, sentence: Sentence, trigger: TextSpan): SourceRef | null {
  const inside = marks.filter((mark) => mark.start >= sentence.start && mark.start <= sentence.end + 1);
  const mark = inside.find((one) => one.start >= trigger.end) ?? inside.at(-1);
  if (!mark) return null;
  const { note } = mark;
  return {
    note: note.mark,
    ...(note.chain ? { chain: note.chain } : {}),
    ...(note.citation ? { citation: note.citation } : {}),
  };
}

/** The mention that speaks the words at a place, for acts that consist in saying them. */
export function speakersAt({ statements }: Voices, place: Span, sentence: Sentence): Mention[] {
  const inside = statements.filter(
    ({ speaker, source, content }) => speaker && source.length > 0 && content.some((span) => contains(span, place)),
  );
  const best = inside.sort((a, b) => size(a) - size(b))[0];
  if (!best?.speaker) return [];
  const { start, end, text } = best.source[0]!;
  return [
    {
      start,
      end,
      text,
      sentence: sentence.index,
      first: 0,
      last: 0,
      head: 0,
      kind: 'name',
      actors: [best.speaker],
      why: 'speaks these words',
    },
  ];
}
