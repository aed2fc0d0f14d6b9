/**
 * Figures for the actor dictionary: NGEC's phrases and PLOVER's GSR from ../shared (left out, with a word, when absent),
 * the project's own gold/actors, tagged and parsed as the pipeline does it. `--errors` prints what is wrong; of NGEC only in the first half, so that the second stays unseen.
 * `--studied` leaves the unseen parts alone, for every run but the last.
 * Run: npx tsx scripts/measure-actors.ts [--errors] [--studied] [--speed] [shared folder]
 */
import { existsSync, readFileSync } from 'node:fs';
import { gazetteerOf } from '../src/app/actors.ts';
import { languageOf } from '../src/app/language-shelf.ts';
import { createSegmentation as english } from '../src/language/en/segmentation.ts';
import { createSegmentation as russian } from '../src/language/ru/segmentation.ts';
import { createSegmentation as turkish } from '../src/language/tr/segmentation.ts';
import type { Mention } from '../src/model/index.ts';
import { type Gazetteer, resolveMentions, toSentence, who } from '../src/resolve/actor/index.ts';

const errors = process.argv.includes('--errors');
const studied = process.argv.includes('--studied');
const shared = process.argv.slice(2).find((arg) => !arg.startsWith('--')) ?? '../shared';
const makers = { en: english, ru: russian, tr: turkish };
type Code = keyof typeof makers;

const abbreviations = (code: Code): string => readFileSync(`data/words/${code}/abbreviations.tsv`, 'utf8');
const splitters = {
  en: makers.en({ abbreviations: abbreviations('en') }),
  ru: makers.ru({ abbreviations: abbreviations('ru') }),
  tr: makers.tr({ abbreviations: abbreviations('tr') }),
};

function lines<T>(path: string): T[] {
  if (!existsSync(path)) {
    console.log(`${path} is absent: not measured`);
    return [];
  }
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

const percent = (right: number, all: number): string =>
  all === 0 ? '-' : `${((100 * right) / all).toFixed(1)}% (${right}/${all})`;

/** NGEC's and GSR's codes fold organisations into IGO and armed groups into their state. */
function foldCode(gazetteer: Gazetteer, id: string | null, code: string | null, sector: string | null): string[] {
  if (code === null || id === null) return [''];
  // an armed group's leader is of its state too
  const ids = [id, id.replace(/-[a-z]+$/, ''), gazetteer.register.ownerOfCode(code) ?? ''];
  const unit = ids.map((key) => gazetteer.register.unit(key)).find((one) => one !== undefined && one.type !== 'person');
  const state = unit?.state ? gazetteer.register.unit(unit.state)?.code : undefined;
  const byCode = ['IGO', 'NGO'].includes(sector ?? '') || unit?.type === 'organisation';
  return [code, ...(state ? [state] : []), ...(byCode || !isState(code) ? ['IGO', 'NGO', 'IMG', 'ISM'] : [])];
}
const isState = (code: string): boolean =>
  /^[A-Z]{3}$/.test(code) && !['SCO', 'CIS', 'OIC', 'GCC', 'ICC', 'IMF'].includes(code);

interface Phrase {
  readonly test: string;
  readonly actor: string;
  readonly context: string;
  readonly date: string;
  readonly expect: { readonly country?: string; readonly code_1?: string | string[] };
}

/** NGEC's free-form dates. */
function isoDate(date: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return date;
  const time = Date.parse(`${date} UTC`);
  if (/^\s*today\s*$/i.test(date) || date === '') return '2022-10-01';
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

const SECTORS: Readonly<Record<string, readonly string[]>> = {
  JRN: ['JRN', 'MED'],
  MED: ['MED', 'JRN'],
  REB: ['REB', 'UAF', 'PRM'],
  PRM: ['PRM', 'REB', 'UAF'],
  GOV: ['GOV', 'ELI'],
  PTY: ['PTY', 'OPP'],
  OPP: ['OPP', 'PTY'],
  // No sector and nobody: NGEC's UNK and JNK. Its religions (BUD …) are one sector here.
  UNK: ['UNK', ''],
  JNK: ['UNK', ''],
  BUD: ['REL'],
};

function measurePhrases(rows: readonly Phrase[], show: boolean, title: string): void {
  const gazetteer = gazetteerOf('en');
  const count = { country: 0, countryAll: 0, sector: 0, sectorAll: 0 };
  for (const row of rows) {
    const on = isoDate(row.date);
    const answer = who(
      { phrase: row.actor, ...(row.context ? { context: row.context } : {}), ...(on ? { on } : {}) },
      gazetteer,
      splitters.en,
    );
    const codes = foldCode(gazetteer, answer.id, answer.code, answer.sector);
    const { country, code_1 } = row.expect;
    const wanted = [code_1 ?? []].flat().filter((code) => code !== '' && code !== '????');
    const countryOk = country === undefined || codes.includes(country) || (country === '' && answer.code === null);
    const sectorOk =
      wanted.length === 0 || wanted.some((code) => (SECTORS[code] ?? [code]).includes(answer.sector ?? ''));
    if (country !== undefined) count.countryAll++;
    if (country !== undefined && countryOk) count.country++;
    if (wanted.length > 0) count.sectorAll++;
    if (wanted.length > 0 && sectorOk) count.sector++;
    if (show && !(countryOk && sectorOk))
      console.log(
        `  ${row.actor} [${row.date}] wants ${country}/${wanted} got ${answer.code}/${answer.sector}: ${answer.why}`,
      );
  }
  console.log(
    `${title}: country ${percent(count.country, count.countryAll)}, sector ${percent(count.sector, count.sectorAll)}`,
  );
}

interface OwnPhrase {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
  readonly phrase: string;
  readonly context: string;
  readonly on: string;
  readonly country: string;
  readonly sectors: readonly string[];
}

/** The project's own phrases, by kind: each was written by a hand that knew neither the program nor its dictionary. */
function measureOwnPhrases(part: string): void {
  const rows = lines<OwnPhrase>('gold/actors/phrases.en.jsonl').filter((row) => row.part === part);
  for (const kind of [...new Set(rows.map((row) => row.kind))]) {
    const ofKind = rows.filter((row) => row.kind === kind);
    const asked = ofKind.map(({ id, phrase, context, on, country, sectors }) => ({
      test: id,
      actor: phrase,
      context,
      date: on,
      expect: { country, code_1: [...sectors] },
    }));
    measurePhrases(asked, errors && part === 'study', `own phrases, ${kind}, ${part}, ${asked.length}`);
  }
}

interface GsrActor {
  readonly text: string;
  readonly code: string;
  /** PLOVER's, with a people's or a religion's letters behind it ("CVLkur"); '' where the record gives none. */
  readonly sector: string;
}
interface Gsr {
  readonly id: string;
  readonly text: string;
  readonly source: readonly GsrActor[];
  readonly target: readonly GsrActor[];
}
/** Misprints of ISO codes in the GSR. */
const MISPRINTS: Readonly<Record<string, string>> = { JAP: 'JPN', ITL: 'ITA', VTN: 'VNM', SPA: 'ESP', ROM: 'ROU' };

/** Names found in a text that is tagged and parsed as the pipeline does it. */
function mentionsIn(text: string, code: Code, on?: string): Mention[] {
  const language = languageOf(code);
  const gazetteer = gazetteerOf(code);
  const sentences = language.sentences(text, 0, text.length).map(({ start, end }, index) => {
    const raw = language.tokenise(text, start, end);
    return { start, end, index, block: -1, tokens: language.analyse(raw, gazetteer.locked(raw)) };
  });
  return resolveMentions({ text, sentences, gazetteer, ...(on ? { on } : {}) }).flat();
}

function measureGsr(rows: readonly Gsr[]): void {
  const gazetteer = gazetteerOf('en');
  let records = 0;
  let right = 0;
  let actors = 0;
  let actorsRight = 0;
  let sectors = 0;
  let sectorsRight = 0;
  for (const row of rows) {
    const mentions = mentionsIn(row.text, 'en');
    const marked = [...row.source, ...row.target].filter((actor) => actor.code !== '' && actor.code !== '---');
    const verdicts = marked.map((actor) => {
      const start = row.text.indexOf(actor.text);
      const end = start + actor.text.length;
      const inside = mentions.filter((m) => start >= 0 && m.start < end && start < m.end && m.actors.length > 0);
      const best = inside.sort((a, b) => b.end - b.start - (a.end - a.start))[0]?.actors[0];
      const found = best ?? who({ phrase: actor.text, context: row.text }, gazetteer, splitters.en);
      const codes = foldCode(gazetteer, found.id, found.code, found.sector ?? null);
      const ok = codes.includes(MISPRINTS[actor.code] ?? actor.code);
      if (!ok && errors) console.log(`  ${row.id} "${actor.text}" wants ${actor.code} got ${found.code} ${found.id}`);
      const sector = actor.sector.slice(0, 3);
      if (!/^[A-Z]{3}$/.test(sector)) return ok;
      sectors++;
      if ((SECTORS[sector] ?? [sector]).includes(found.sector ?? '')) sectorsRight++;
      else if (errors)
        console.log(`  ${row.id} "${actor.text}" wants sector ${sector} got ${found.sector} ${found.id}`);
      return ok;
    });
    records++;
    if (verdicts.every(Boolean)) right++;
    actors += verdicts.length;
    actorsRight += verdicts.filter(Boolean).length;
  }
  if (records > 0)
    console.log(
      `GSR: every marked actor's code right ${percent(right, records)}, actors ${percent(actorsRight, actors)}, sectors ${percent(sectorsRight, sectors)}`,
    );
}

interface GoldMention {
  readonly text: string;
  readonly nth?: number;
  readonly codes: readonly string[];
  readonly sector?: string;
  readonly kind?: string;
  /** The conventions leave open whether it is a mention, or with which code: neither right nor wrong. */
  readonly optional?: boolean;
}
interface GoldText {
  readonly id: string;
  readonly language: Code;
  readonly published?: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

function placeOf(text: string, gold: GoldMention): [number, number] {
  let at = -1;
  for (let n = 0; n < (gold.nth ?? 1); n++) at = text.indexOf(gold.text, at + 1);
  if (at < 0) throw new Error(`"${gold.text}" is not in "${text}"`);
  return [at, at + gold.text.length];
}

/** Precision over mentions with a code that touch no gold mention or carry another code; recall over gold mentions with a code. */
function measureOwn(code: Code, set: 'mentions' | 'unseen'): void {
  const rows = lines<GoldText>(`gold/actors/${set}.${code}.jsonl`);
  // The unseen set is never looked into, only counted.
  const show = errors && set === 'mentions';
  const count = { gold: 0, found: 0, answered: 0, right: 0, kind: 0, kindAll: 0, sector: 0, sectorAll: 0 };
  for (const row of rows) {
    const mentions = mentionsIn(row.text, code, row.published);
    const used = new Set<Mention>();
    for (const gold of row.mentions) {
      const [start, end] = placeOf(row.text, gold);
      const hit = mentions
        .filter((m) => m.start < end && start < m.end && !used.has(m))
        .sort((a, b) => overlap(b, start, end) - overlap(a, start, end))[0];
      if (hit) used.add(hit);
      if (gold.optional) continue;
      const codes = [...new Set((hit?.actors ?? []).map((actor) => actor.code))].sort();
      const ok = codes.join() === [...gold.codes].sort().join();
      if (gold.codes.length > 0) count.gold++;
      if (gold.codes.length > 0 && ok) count.found++;
      if (codes.length > 0) count.answered++;
      if (codes.length > 0 && ok) count.right++;
      const kindOk = gold.kind === undefined || gold.kind === hit?.kind;
      const sectorOk = gold.sector === undefined || hit?.actors.some((actor) => actor.sector === gold.sector) === true;
      if (gold.kind !== undefined && ok) {
        count.kindAll++;
        if (kindOk) count.kind++;
      }
      if (gold.sector !== undefined) {
        count.sectorAll++;
        if (sectorOk) count.sector++;
      }
      if (show && !(ok && kindOk && sectorOk))
        console.log(
          `  ${row.id} [${gold.text}] wants ${gold.codes}/${gold.sector ?? ''} ${gold.kind ?? ''} got ${codes}/${hit?.actors[0]?.sector ?? ''} ${hit?.kind ?? 'nothing'}: ${hit?.why ?? ''}`,
        );
    }
    for (const extra of mentions.filter((m) => !used.has(m) && m.actors.length > 0)) {
      count.answered++;
      if (show) console.log(`  ${row.id} extra [${extra.text}] ${extra.actors.map((a) => a.code)}: ${extra.why}`);
    }
  }
  if (rows.length > 0)
    console.log(
      `own ${set} ${code}: ${rows.length} texts, state precision ${percent(count.right, count.answered)}, recall ${percent(count.found, count.gold)}, kind ${percent(count.kind, count.kindAll)}, sector ${percent(count.sector, count.sectorAll)}`,
    );
}

const overlap = (m: Mention, start: number, end: number): number => Math.min(m.end, end) - Math.max(m.start, start);

interface AmbiguousName {
  readonly id: string;
  readonly text: string;
  readonly name: string;
  /** null: the name stands for no actor there. */
  readonly code: string | null;
  readonly part: 'studied' | 'unseen';
}

/** Names with several bearers, one a sentence. */
function measureAmbiguous(code: Code): void {
  const rows = lines<AmbiguousName>(`gold/actors/ambiguous.${code}.jsonl`);
  const right = { studied: 0, unseen: 0 };
  for (const row of rows) {
    const start = row.text.indexOf(row.name);
    const end = start + row.name.length;
    const hit = mentionsIn(row.text, code).find((m) => m.start < end && start < m.end && m.actors.length > 0);
    const found = hit?.actors[0]?.code ?? null;
    if (found === row.code) right[row.part]++;
    else if (errors && row.part === 'studied')
      console.log(`  ${row.id} [${row.name}] wants ${row.code} got ${found} (${row.text})`);
  }
  const all = (part: AmbiguousName['part']): number => rows.filter((row) => row.part === part).length;
  if (rows.length > 0)
    console.log(
      `ambiguous names ${code}: studied ${percent(right.studied, all('studied'))}, unseen ${percent(right.unseen, all('unseen'))}`,
    );
}

interface OfficeQuestion {
  readonly uid: string;
  readonly phrase: string;
  readonly on: string;
  readonly language?: Code;
  /** Person's id. A twin asks on another date and has `not` instead: anybody but that person. */
  readonly id?: string;
  readonly not?: string;
}

function measureOffices(): void {
  const rows = lines<OfficeQuestion>('gold/actors/offices.jsonl');
  let right = 0;
  let twins = 0;
  let twinsRight = 0;
  for (const row of rows) {
    const code = row.language ?? 'en';
    const answer = who({ phrase: row.phrase, on: row.on }, gazetteerOf(code), splitters[code]);
    if (row.not !== undefined) twins++;
    const ok = row.not !== undefined ? answer.id !== row.not : answer.id === row.id;
    if (ok && row.not !== undefined) twinsRight++;
    else if (ok) right++;
    if (!ok && errors)
      console.log(`  ${row.phrase} on ${row.on} wants ${row.id ?? `not ${row.not}`} got ${answer.id}: ${answer.why}`);
  }
  if (rows.length > 0)
    console.log(
      `office-holders: ${percent(right, rows.length - twins)}, wrong-date twins ${percent(twinsRight, twins)}`,
    );
}

const LONG_TEXT = 5_000_000;

/**
 * Characters a second of processor time over one long text per language: finding names, resolving them, and as a baseline
 * for what any look-up costs a hash of every token in a set.
 */
function measureSpeed(): void {
  for (const code of ['en', 'ru', 'tr'] as const) {
    const texts = lines<{ sentence: string }>(`${shared}/gold/own/relations_${code}.jsonl`).map((row) => row.sentence);
    const language = splitters[code];
    const gazetteer = gazetteerOf(code);
    const once = texts.map((text) => toSentence(text, 0, text.length, { index: 0, language }));
    const length = once.reduce((sum, s) => sum + s.end, 0);
    const sentences = Array.from({ length: Math.ceil(LONG_TEXT / Math.max(1, length)) }, () => once).flat();
    const characters = sentences.reduce((sum, s) => sum + s.end, 0);
    const names = new Set(once.flatMap((s) => gazetteer.find(s.tokens).map((m) => m.entries[0]!.form)));
    const speed = (run: () => void, over = characters): string => {
      run();
      const from = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(from);
      return `${(over / (user + system)).toFixed(1)} Mchar/s`;
    };
    let hits = 0;
    const baseline = speed(() => {
      for (const s of sentences) for (const { form } of s.tokens) if (names.has(form)) hits++;
    });
    const finding = speed(() => {
      for (const s of sentences) gazetteer.find(s.tokens);
    });
    const resolving = speed(() => {
      for (const s of once) resolveMentions({ text: '', sentences: [s], gazetteer });
    }, length);
    console.log(
      `speed ${code}, ${(characters / 1e6).toFixed(1)} million characters: find ${finding}, resolve ${resolving}, baseline ${baseline} (${hits} hits)`,
    );
  }
}

const phrases = lines<Phrase>(`${shared}/gold/actors/actor_phrases.jsonl`);
const half = Math.floor(phrases.length / 2);
measurePhrases(phrases.slice(0, half), errors, 'NGEC phrases, studied half');
if (!studied) measurePhrases(phrases.slice(half), false, 'NGEC phrases, unseen half');
for (const part of studied ? ['study'] : ['study', 'unseen']) measureOwnPhrases(part);
measureGsr(lines<Gsr>(`${shared}/gold/events/gsr.jsonl`));
for (const set of studied ? (['mentions'] as const) : (['mentions', 'unseen'] as const))
  for (const code of ['en', 'ru', 'tr'] as const) measureOwn(code, set);
measureAmbiguous('en');
measureOffices();
if (process.argv.includes('--speed')) measureSpeed();
