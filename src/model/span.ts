/** A stretch of `Document.text`: UTF-16 code units, half open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span that carries what it cuts out, so that `text.slice(start, end) === span.text` can be checked. */
export interface TextSpan extends Span {
  readonly text: string;
}

export function textSpan(text: string, start: number, end: number): TextSpan {
  return { start, end, text: text.slice(start, end) };
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
