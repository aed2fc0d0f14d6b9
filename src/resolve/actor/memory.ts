import type { Actor } from '../../model/index.ts';
import type { Entry } from './entry.ts';
import type { Gazetteer } from './scene.ts';
import { WordTrie } from './trie.ts';
import type { Visit } from './visit.ts';

/** Something the document has mentioned, as later mentions may refer to it. */
export interface Salient {
  readonly actors: readonly Actor[];
  readonly kind: 'state' | 'person' | 'organisation' | 'group';
  /** One institution named by its role ("Sweden's government"), as a later "it" may mean. */
  readonly institution?: boolean;
  /** Id of the state the actor belongs to, if any. */
  readonly state?: string;
  /** Ids of the two states that a pair stands for. */
  readonly states?: readonly string[];
  readonly sentence: number;
  /** Its tokens there. */
  readonly range?: { readonly first: number; readonly last: number };
  readonly subject: boolean;
  readonly place: boolean;
  /** The word for people whose state was told with them ("Russian diplomats"). */
  readonly people?: string;
  /** The folded words of a body that is said to be the state's ("Ministry of Foreign Affairs of Georgia"). */
  readonly body?: readonly string[];
  /** An envoy or an embassy: where it is another state rules. */
  readonly abroad?: boolean;
}

const NOBODY: ReadonlySet<string> = new Set();
const KEPT = 40;
/** From so many mentions on a text is about a state … */
const OFTEN = 4;
/** … if no other has more than this share of them. */
const CLEARLY = 0.6;
/** So often a state's ground must have been named to be the scene of a text. */
const LEAST_GROUND = 3;
/** … and so many times as often as any other. */
const MORE = 1.5;

/** What a document has said so far: who was mentioned, which names and abbreviations it introduced. */
export class Memory {
  readonly #recent: Salient[] = [];
  readonly #counts = new Map<string, number>();
  /** How often a state's ground was named as the place where something is. */
  readonly #grounds = new Map<string, number>();
  readonly #actors = new Map<string, Actor>();
  readonly #gazetteer: Gazetteer;
  #trie: WordTrie | undefined;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  /** The visit told last. */
  visit: Visit | undefined;
  /** Ids met or introduced. */
  readonly introduced = new Set<string>();
  /** The states that "the two sides" meant last, and where. */
  pair: { readonly states: readonly string[]; readonly sentence: number } | undefined;
  /** The states that the title names. */
  heading: readonly string[] = [];
  /** Folded surnames of people whom the document calls by other full names than the dictionary's. */
  readonly strangers = new Set<string>();

  get trie(): WordTrie | undefined {
    return this.#trie;
  }

  note(salient: Salient): void {
    this.#recent.push(salient);
    if (this.#recent.length > KEPT) this.#recent.shift();
    for (const actor of salient.actors) this.introduced.add(actor.id);
    if (salient.place && salient.state) this.#grounds.set(salient.state, (this.#grounds.get(salient.state) ?? 0) + 1);
    // "Belgian paratroopers … Brussels"
    if (salient.state) this.introduced.add(salient.state);
    if (salient.state) this.#counts.set(salient.state, (this.#counts.get(salient.state) ?? 0) + 1);
  }

  /** Teaches a name that the document itself explains: an unknown person with a role, an abbreviation in brackets. */
  introduce(forms: readonly string[], actor: Actor, type: 'person' | 'organisation', at: string): void {
    this.#trie ??= new WordTrie(this.#gazetteer.inflection);
    this.#actors.set(actor.id, actor);
    for (const form of forms) {
      const acronym = /^\p{Lu}{2,}$/u.test(form);
      const entry: Entry = {
        type,
        id: actor.id,
        kind: 'introduced',
        form,
        file: at,
        line: 0,
        letters: acronym ? 'capitals' : 'capital',
      };
      this.#trie.add(entry, 'any', false);
    }
  }

  /** A shorter name of somebody whom the dictionary knows: "Raúl" once Raúl Castro was named. */
  teach(form: string, id: string): void {
    this.#trie ??= new WordTrie(this.#gazetteer.inflection);
    const entry: Entry = { type: 'person', id, kind: 'name', form, file: 'the document', line: 0, letters: 'capital' };
    this.#trie.add(entry, 'any', false);
  }

  actor(id: string): Actor | undefined {
    return this.#actors.get(id);
  }

  /** The most fitting thing mentioned in the last `reach` sentences: near ones and subjects first, then what the document is about. */
  best(sentence: number, reach: number, fits: (salient: Salient) => boolean): Salient | undefined {
    let best: Salient | undefined;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let at = this.#recent.length - 1; at >= 0; at--) {
      const salient = this.#recent[at]!;
      const distance = sentence - salient.sentence;
      if (distance > reach) break;
      if (!fits(salient)) continue;
      const age = this.#recent.length - 1 - at;
      const about = salient.state ? Math.min(3, this.#counts.get(salient.state) ?? 0) * 0.2 : 0;
      const score = -distance * 1.2 + (salient.subject ? 1 : 0) - (salient.place ? 0.8 : 0) - age * 0.05 + about;
      if (score > bestScore) {
        best = salient;
        bestScore = score;
      }
    }
    return best;
  }

  /**
   * Whether no other state acts in the last sentences: a bare "soldiers" is then likely of this one. Places count only among
   * places, unless asked for; of an office with a name, which only a state can have, movements and organisations do not count.
   */
  isAlone(one: Salient, sentence: number, within: { reach: number; places: boolean; states: boolean }): boolean {
    const { reach, places, states } = within;
    const { register } = this.#gazetteer;
    for (let at = this.#recent.length - 1; at >= 0; at--) {
      const { state, sentence: where, place, abroad } = this.#recent[at]!;
      if (sentence - where > reach) break;
      if (state === undefined || state === one.state || abroad || (place && !one.place && !places)) continue;
      if (!states || register.typeOf(state) === 'state') return false;
    }
    return true;
  }

  /** Where the text plays: what was said last of the state whose ground it has named most by far. */
  scene(): Salient | undefined {
    const [first, second] = [...this.#grounds].sort(([, a], [, b]) => b - a);
    if (!first || first[1] < LEAST_GROUND || first[1] < MORE * (second?.[1] ?? 0)) return undefined;
    return this.#recent.findLast(({ state }) => state === first[0]);
  }

  /** What was said last of the one state that the title names. */
  subject(): Salient | undefined {
    const [one, other] = this.heading;
    return one === undefined || other !== undefined ? undefined : this.#recent.findLast(({ state }) => state === one);
  }

  /** What was mentioned in a sentence, in order. */
  inSentence(sentence: number): Salient[] {
    return this.#recent.filter((salient) => salient.sentence === sentence);
  }

  /** The two last different states that stood close together, oldest first; fewer when there are none. */
  lastTwoStates(sentence: number, without: ReadonlySet<string> = NOBODY): Salient[] {
    const actors = this.#lastTwo(sentence, false, without);
    return actors.length === 2 ? actors : this.#lastTwo(sentence, true, without);
  }

  #lastTwo(sentence: number, places: boolean, without: ReadonlySet<string>): Salient[] {
    const found: Salient[] = [];
    for (let at = this.#recent.length - 1; at >= 0 && found.length < 2; at--) {
      const salient = this.#recent[at]!;
      if (sentence - salient.sentence > 4) break;
      if (
        salient.state === undefined ||
        without.has(salient.state) ||
        this.#gazetteer.register.typeOf(salient.state) !== 'state' ||
        salient.actors.length !== 1 ||
        (salient.place && !places)
      )
        continue;
      if (!found.some((other) => other.state === salient.state)) found.unshift(salient);
    }
    return found;
  }

  /** The two states that the text is about, apart from some: named far more often than any third; undefined where none stand out. */
  twoOfText(without: ReadonlySet<string> = NOBODY): readonly string[] | undefined {
    const { register } = this.#gazetteer;
    const states = [...this.#counts].filter(([id]) => !without.has(id) && register.typeOf(id) === 'state');
    const [first, second, third] = states.sort(([, a], [, b]) => b - a);
    if (!first || !second || second[1] < OFTEN || (third && third[1] > CLEARLY * second[1])) return undefined;
    return [first[0], second[0]];
  }

  /** Ids of the states of what was mentioned in the last sentences and fits. */
  statesOf(sentence: number, reach: number, fits: (salient: Salient) => boolean): string[] {
    const near = this.#recent.filter((one) => sentence - one.sentence <= reach && fits(one));
    return [...new Set(near.flatMap(({ state }) => state ?? []))];
  }

  /** What was mentioned last in a sentence and fits. */
  latest(sentence: number, fits: (salient: Salient) => boolean): Salient | undefined {
    return this.#recent.findLast((salient) => salient.sentence === sentence && fits(salient));
  }

  /** Ids of the subject met last in a sentence. */
  lastSubject(sentence: number): string[] {
    const last = this.#recent.findLast((salient) => salient.sentence === sentence && salient.subject);
    return last ? last.actors.map(({ id }) => id) : [];
  }

  /** States that a sentence names, as doers or as places, in order. */
  namedStates(sentence: number): string[] {
    const named = this.#recent.flatMap((one) => (one.sentence === sentence && one.state ? [one.state] : []));
    return [...new Set(named)].filter((id) => this.#gazetteer.register.typeOf(id) === 'state');
  }

  /** Who did something in a sentence: its subjects' actors, in order. */
  subjectsOf(sentence: number): Actor[] {
    return this.#recent
      .filter((salient) => salient.sentence === sentence && salient.subject)
      .flatMap((salient) => salient.actors);
  }
}
