/**
 * Lemmas of a language that strings suffixes together: known stems, and the endings seen behind them. A form is cut where stem
 * and ending are both best known. Text form: "S <kind> <stem>\t<added>\t<times>…" and "E <tag>|<ending>\t<times>" lines.
 */
export class StemLexicon {
  readonly #stems = new Map<string, readonly [added: string, times: number][]>();
  readonly #endings = new Map<string, number>();

  /** Not yet read: loading must not wait for it. */
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  #read(): void {
    if (this.#text === '') return;
    const text = this.#text;
    this.#text = '';
    for (const line of text.split('\n')) {
      const cells = line.split('\t');
      const key = cells[0]!.slice(2);
      if (line.startsWith('E ')) this.#endings.set(key, Number(cells[1]));
      else if (line.startsWith('S ')) this.#stems.set(key, readPairs(cells));
    }
  }

  /** Whether a lower-case text is a verb's stem as it stands. */
  isVerb(stem: string): boolean {
    this.#read();
    return this.#stems.has(`V ${stem}`);
  }

  /** Whether a lower-case text is a noun, an adjective or another word without suffixes. */
  isNoun(word: string): boolean {
    this.#read();
    return this.#stems.get(`N ${word}`)?.some(([added]) => added === '') === true;
  }

  /** Lemma rule ("l3:k") for a lower-case form under a tag; undefined where no stem fits. */
  find(lower: string, tag: string): string | undefined {
    const part = tag.slice(0, tag.indexOf(' '));
    if (!DECLINED.has(part)) return undefined;
    this.#read();
    const kind = stemKind(part);
    let best: string | undefined;
    let most = -1;
    let longest: string | undefined;
    for (let cut = 1; cut <= lower.length; cut++) {
      const stems = this.#stems.get(`${kind} ${lower.slice(0, cut)}`);
      if (stems === undefined) continue;
      const rule = (added: string): string => `l${lower.length - cut}:${added}`;
      if (kind === 'V' && cut > 1) longest = rule(stems.reduce((a, b) => (b[1] > a[1] ? b : a))[0]);
      const ending = this.#endingScore(lower.slice(cut), part, tag);
      for (const [added, times] of ending < 0 ? [] : stems) {
        const score = Math.log(1 + times) + ending;
        if (score <= most) continue;
        most = score;
        best = rule(added);
      }
    }
    return best ?? longest;
  }

  /** -1 for an ending never seen under the part of speech. */
  #endingScore(ending: string, part: string, tag: string): number {
    const loose = this.#endings.get(`${part}|${ending}`);
    if (loose === undefined) return -1;
    return Math.log(1 + (this.#endings.get(`${tag}|${ending}`) ?? 0)) + 0.2 * Math.log(1 + loose);
  }
}

const DECLINED: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV', 'PRON', 'DET', 'ADP', 'AUX']);

/** Verb stems, names and all other stems are kept apart. */
export function stemKind(part: string): string {
  return part === 'VERB' ? 'V' : part === 'PROPN' ? 'P' : 'N';
}

function readPairs(cells: readonly string[]): [string, number][] {
  const pairs: [string, number][] = [];
  for (let i = 1; i + 1 < cells.length; i += 2) pairs.push([cells[i]!, Number(cells[i + 1])]);
  return pairs;
}
