import { describe, expect, it } from 'vitest';
import { documentOf } from '../src/app/records.ts';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench();

/** "speaker: words" of every statement that holds a quotation. */
function quoted(text: string): string[] {
  const { statements } = workbench.code(documentOf({ text, language: 'en' }));
  const cut = (spans: readonly { readonly text: string }[]): string => spans.map((span) => span.text).join(' … ');
  return statements.filter(({ direct }) => direct).map(({ source, content }) => `${cut(source)}: ${cut(content)}`);
}

describe('whose quotation it is', () => {
  it.each([
    [
      'who does the main clause before a participle, not the last noun',
      'The envoy was hardly pleased with the delay on Monday, telling reporters: “We have waited long enough.”',
      ['The envoy: “We have waited long enough.”'],
    ],
    [
      'the subject, not a noun behind a preposition at the head',
      'In reply to a Danish plan to close the strait, the minister summoned the envoy, saying: “We have to be ready for that.”',
      ['the minister: “We have to be ready for that.”'],
    ],
    [
      'the noun of a clause of its own',
      'Guards pushed the reporters away, with Orban reportedly shouting: “Get them all out of here!”',
      ['Orban: “Get them all out of here!”'],
    ],
    [
      'the noun before an aside, not the day at the head',
      'On Tuesday at the port of Odesa, after the vote in parliament, Gov. Oleh Kiper, said, “I am getting ready to leave.”',
      ['Gov. Oleh Kiper: “I am getting ready to leave.”'],
    ],
    [
      'who put it so, with a title between',
      'As Mary Kaldor, professor of governance and author of “New and Old Wars,” put it, “Generals should remember what came before.”',
      [
        'Mary Kaldor, professor of governance and author of “New and Old Wars: “Generals should remember what came before.”',
      ],
    ],
    [
      'a word that the tagger took for an adjective after an article',
      '“You are going to be our messengers,” the organizer told them.',
      ['the organizer: “You are going to be our messengers,”'],
    ],
    [
      'who noted also added',
      'The minister noted that she had taught law, and added: “I know a little about this.”',
      ['The minister: “I know a little about this.”'],
    ],
    [
      'who issued the statement',
      'Rutte, who said last week that the deal was dead, issued a statement on Monday saying, “I do not feel that it helps us.”',
      ['Rutte: “I do not feel that it helps us.”'],
    ],
    [
      'who cites, with words of his own behind',
      'Mr. Rutte, citing “the unique strength of NATO,” said the allies could be ready in a year.',
      ['Mr. Rutte: “the unique strength of NATO,”'],
    ],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('whoever is asked or told does not say it', () => {
    const speakers = quoted('In an interview, Rutte was asked, “What is the most dangerous place you have been to?”');
    expect(speakers.join()).not.toContain('Rutte');
  });
});
