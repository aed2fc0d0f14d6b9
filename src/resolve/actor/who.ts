import type { Language } from '../../language/language.ts';
import { foldPlain } from '../../language/segment/fold.ts';
import type { Sentence } from '../../model/index.ts';
import { type AskedSector, askedSector, isDemonymAlone } from './asked.ts';
import { type Resolved, resolveInDetail } from './resolve.ts';
import type { Gazetteer } from './scene.ts';

export interface WhoRequest {
  readonly phrase: string;
  /** ISO date as precise as known. */
  readonly on?: string;
  /** Text that stands before the phrase. */
  readonly context?: string;
}

/** Who a phrase stands for. `code` is null where it can't be known; `why` says the reason in any case. */
export interface WhoAnswer {
  readonly id: string | null;
  readonly code: string | null;
  readonly sector: string | null;
  readonly name: string | null;
  readonly office: string | null;
  readonly why: string;
}

interface Within {
  readonly sentence: Sentence;
  readonly gazetteer: Gazetteer;
}

type Splitter = Pick<Language, 'sentences' | 'tokenise'>;

/** Answers `chancery who` for one phrase, read as the end of its context. */
export function who(request: WhoRequest, gazetteer: Gazetteer, language: Splitter): WhoAnswer {
  const { phrase } = request;
  const { found, sentence } = read(request, gazetteer, language);
  const best = found.reduce<Resolved | undefined>(
    (a, b) => (a === undefined || worth(b) > worth(a) ? b : a),
    undefined,
  );
  const famous = best?.mention.actors[0]?.sector === undefined ? celebrity(phrase, gazetteer) : undefined;
  if (famous) return famous;
  const asked = askedSector(sentence, gazetteer);
  if (!best) return asked ? { ...nobody(asked.why), sector: asked.sector } : unlisted(phrase);
  return answerOf(best, { phrase, found, asked, sentence, gazetteer });
}

function read(request: WhoRequest, gazetteer: Gazetteer, language: Splitter): Pick<Asking, 'found' | 'sentence'> {
  const context = request.context ? `${request.context}\n` : '';
  const text = (context + request.phrase).normalize('NFC');
  const start = text.length - request.phrase.normalize('NFC').length;
  const before = context === '' ? [] : language.sentences(text, 0, start - 1);
  const spans = [...before, { start, end: text.length }];
  const sentences = spans.map((span, index) => toSentence(text, span.start, span.end, { index, language }));
  const found = resolveInDetail({ text, sentences, gazetteer, ...(request.on ? { on: request.on } : {}) }).at(-1) ?? [];
  return { found, sentence: sentences.at(-1)! };
}

interface Asking extends Within {
  readonly phrase: string;
  readonly found: readonly Resolved[];
  readonly asked: AskedSector | undefined;
}

function answerOf(best: Resolved, asking: Asking): WhoAnswer {
  const { phrase, found, asked, gazetteer } = asking;
  const longer = asked && goesBefore(asked, asking) && !isKnownPerson(best, gazetteer) ? asked : undefined;
  const actor = best.mention.actors[0];
  if (!actor) {
    const said = longer ?? { ...best.verdict, sector: best.verdict.sector ?? asked?.sector };
    return { ...nobody(said.why), sector: said.sector ?? null };
  }
  const head =
    longer ??
    headOf(found, best) ??
    ownedOf(found, best, asking) ??
    namedAfter(found, best, asking) ??
    unlistedHead(found, best, asking);
  const { state, why } = best.verdict;
  const { id, code, sector = null, name, office = null } = actor;
  if (!head) return { id, code, sector, name, office, why };
  return {
    id: `${state ?? id}-${head.sector.toLowerCase()}`,
    code,
    sector: head.sector,
    name: phrase,
    office: null,
    why: `${head.why}; with ${why}`,
  };
}

/** "Rebels in the Ivory Coast", "newspaper based in Beirut": a phrase is one actor; the role that opens it says the sector, the state behind it whose. */
function headOf(found: readonly Resolved[], best: Resolved): { sector: string; why: string } | undefined {
  const first = found.find(({ verdict }) => verdict.sector !== undefined && verdict.sector !== 'UNK');
  if (!first || first.mention.actors.length > 0 || first.mention.first > best.mention.first) return undefined;
  return { sector: first.verdict.sector!, why: first.verdict.why };
}

/** "Cattle raiders", "relief convoy": what is read from more words than a role word has says more than that role. */
function goesBefore({ from, at }: AskedSector, { sentence, gazetteer }: Within): boolean {
  const roles = gazetteer
    .find(sentence.tokens)
    .filter(({ first, last, entries }) => first <= at && at <= last && entries.some(({ type }) => type === 'role'));
  return from < at && roles.every(({ first }) => from < first);
}

/** "Former guerrilla leader Xanana Gusmão": the dictionary knows who he was on the day. */
function isKnownPerson({ mention }: Resolved, { register }: Gazetteer): boolean {
  return mention.actors.some(({ id, sector }) => sector !== undefined && register.typeOf(id) === 'person');
}

/** "Navalny's lawyers": of whoever is named before the role, but of the role's sector. */
function ownedOf(
  found: readonly Resolved[],
  best: Resolved,
  { sentence, gazetteer }: Within,
): { sector: string; why: string } | undefined {
  const sign = sentence.tokens[best.mention.last + 1]?.form ?? '';
  if (best.mention.kind !== 'name' || !gazetteer.reference.get('possessive')?.has(foldPlain(sign))) return undefined;
  const owned = found.find(({ mention }) => mention.first === best.mention.last + 2);
  const sector = owned?.mention.actors[0]?.sector ?? owned?.verdict.sector;
  return owned && sector && sector !== 'UNK' ? { sector, why: owned.verdict.why } : undefined;
}

/** "Nazarbayev University", "the Clinton Foundation": what is named after a person is what the word behind says. */
function namedAfter(
  found: readonly Resolved[],
  { mention }: Resolved,
  { sentence, gazetteer }: Within,
): { sector: string; why: string } | undefined {
  if (gazetteer.register.typeOf(mention.actors[0]?.id ?? '') !== 'person') return undefined;
  const behind = found.find((one) => one.mention.first === mention.last + 1);
  const capital = /^\p{Lu}/u.test(sentence.tokens[mention.last + 1]?.form ?? '');
  const sector = behind?.verdict.sector ?? behind?.mention.actors[0]?.sector;
  return behind && capital && sector ? { sector, why: behind.verdict.why } : undefined;
}

/** "Ukrainian pensioners", "a Ukrainian": of a state, and a noun without a role word says what. */
function unlistedHead(
  found: readonly Resolved[],
  { mention }: Resolved,
  { sentence, gazetteer, asked }: Within & { readonly asked: AskedSector | undefined },
): { sector: string; why: string } | undefined {
  if (mention.actors[0]?.sector !== undefined || mention.actors.length > 1) return undefined;
  if (asked && (asked.at < mention.first || asked.at > mention.last)) {
    // a role word that stands apart says more: "Sierra Leonean … refugees"
    const role = found.find(({ mention: { first, last } }) => first <= asked.at && asked.at <= last)?.verdict;
    return role?.sector ? { sector: role.sector, why: role.why } : asked;
  }
  const alone = mention.kind === 'name' && isDemonymAlone(sentence, mention.last, gazetteer);
  return alone ? { sector: 'CVL', why: 'a demonym alone: CVL' } : undefined;
}

function worth({ mention, verdict, backed }: Resolved): number {
  if (backed) return -1;
  const known = mention.actors.length > 0 ? 1000 : verdict.sector ? 100 : 0;
  const sector = mention.actors[0]?.sector ? 200 : 0;
  return known + sector + (mention.end - mention.start) - mention.first;
}

/** "Novak Djokovic", "Serbian tennis player Novak Djokovic": the name ends the phrase. */
function celebrity(phrase: string, { celebrity: find, register }: Gazetteer): WhoAnswer | undefined {
  const words = phrase.trim().split(/\s+/u);
  for (let from = Math.max(0, words.length - MOST_NAMES); from < words.length; from++) {
    const name = words.slice(from).join(' ');
    const found = /^\p{Lu}/u.test(name) ? find(name) : undefined;
    if (found) {
      const code = register.unit(found.id)?.code ?? null;
      return { id: `${found.id}-cvl`, code, sector: 'CVL', name, office: null, why: found.why };
    }
  }
  return undefined;
}

const MOST_NAMES = 5;

function unlisted(phrase: string): WhoAnswer {
  return nobody(`"${phrase}" is in no dictionary and has no role word`);
}

function nobody(why: string): WhoAnswer {
  return { id: null, code: null, sector: null, name: null, office: null, why };
}

/** Tokens without analysis: all a phrase without a sentence has. */
export function toSentence(
  text: string,
  start: number,
  end: number,
  from: { index: number; language: Splitter },
): Sentence {
  const tokens = from.language
    .tokenise(text, start, end)
    .map((token) => ({ ...token, lemma: '', upos: '', feats: {}, head: -1, deprel: '' }));
  return { start, end, index: from.index, block: -1, tokens };
}
