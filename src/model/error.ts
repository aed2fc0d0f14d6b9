/** Every error a user can see: a stable code, what was expected and found, where, and what to do. */
export interface ErrorDetail {
  readonly expected?: string;
  readonly found?: string;
  /** file:line:column, URL or input name. */
  readonly at?: string;
  readonly hint?: string;
}

export class ChanceryError extends Error {
  readonly code: string;
  readonly detail: ErrorDetail;

  constructor(code: string, message: string, detail: ErrorDetail = {}) {
    super(message);
    this.name = 'ChanceryError';
    this.code = code;
    this.detail = detail;
  }

  /** One line for a terminal: `CODE at: message (expected …, found …). hint` */
  toLine(): string {
    const { expected, found, at, hint } = this.detail;
    const place = at ? ` ${at}` : '';
    const facts = [expected && `expected ${expected}`, found && `found ${found}`].filter(Boolean).join(', ');
    return `${this.code}${place}: ${this.message}${facts ? ` (${facts})` : ''}${hint ? `. ${hint}` : ''}`;
  }
}
