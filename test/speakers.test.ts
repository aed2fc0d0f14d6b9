import { describe, expect, it } from 'vitest';
import { documentOf } from '../src/app/records.ts';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench();

/** "speaker: words" of every statement that holds a quotation. */
function quoted(text: string, language: 'en' | 'ru' | 'tr' = 'en'): string[] {
  const { statements } = workbench.code(documentOf({ text, language }));
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
    [
      'a participle before a profession and a name',
      '“I will not say it was a mistake,” said retired surgeon Mary Robinson, asked about the report.',
      ['retired surgeon Mary Robinson: “I will not say it was a mistake,”'],
    ],
    [
      'a pronoun that stands for a person',
      '“They left us no choice but to fight,” tweeted another.',
      ['another: “They left us no choice but to fight,”'],
    ],
    [
      'a verb that is no word of speech, right after the comma',
      '“It is time that a woman ran this country,” exhorted the speaker of parliament.',
      ['the speaker of parliament: “It is time that a woman ran this country,”'],
    ],
    [
      'in whose words',
      'The forum met in Doha because, in the ministry’s words, “these are the most open cities in the region.”',
      ['the ministry: “these are the most open cities in the region.”'],
    ],
    [
      'what somebody calls so',
      'The banks built what he called “financial supermarkets” in the Gulf.',
      ['he: “financial supermarkets” in the Gulf'],
    ],
    [
      'two words that a comma ends',
      '“So be it,” minister Mark Levine said of the strike.',
      ['minister Mark Levine: “So be it,”'],
    ],
    [
      'who stands right before the colon, when a thing is the subject',
      'The speed of the advance does not surprise analyst Daron Shaw: “Small armies have always moved faster.”',
      ['analyst Daron Shaw: “Small armies have always moved faster.”'],
    ],
    [
      'from whom there is more',
      'More from the report: “The data confirm that both sides were armed.”',
      ['the report: “The data confirm that both sides were armed.”'],
    ],
    [
      'the document that follows, when nobody is named',
      'Partial transcript as follows:\n\n“We came here to end the war and we will.”',
      ['transcript: “We came here to end the war and we will.”'],
    ],
    [
      'not who does something else behind the comma',
      'The film ends with footage of Orban saying in the debate, “That makes me strong,” when Merkel criticised him.',
      ['footage: “That makes me strong,”'],
    ],
    [
      'a name with a nickname in marks',
      '“This is a big year for us!” the mayor’s niece, Maria “Mia” Lopez, shouted to the crowd. “The nation is watching.”',
      ['the mayor’s niece, Maria “Mia” Lopez: “This is a big year for us!” … “The nation is watching.”'],
    ],
    [
      'between dashes',
      'Orban hardly clarified it, treating the remark as praise — “That makes me strong” — and, when asked again, walked away.',
      ['Orban: “That makes me strong”'],
    ],
    [
      'one word for each of two speakers',
      'When somebody in the hall shouted, “No,” Orban joked from the stage, “Come up here, my friend!”',
      ['somebody in the hall: “No,”', 'Orban: “Come up here, my friend!”'],
    ],
    [
      'as a paper put it somewhere',
      'It did not save him from being, as The Economist put it in a long report, “the operator.”',
      ['The Economist: “the operator.”'],
    ],
    [
      'the name in the line that closes the marks',
      '“I worry that we may see a return of the cuts.\nMary Robinson, Centre for Economic Research.”',
      ['Mary Robinson: “I worry that we may see a return of the cuts.'],
    ],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('whoever is asked or told does not say it', () => {
    const speakers = quoted('In an interview, Rutte was asked, “What is the most dangerous place you have been to?”');
    expect(speakers.join()).not.toContain('Rutte');
  });
});

describe('where a quotation ends and goes on', () => {
  it.each([
    [
      'a clause that adds something is a statement of its own, and the speech goes on after it',
      '“We will not win by small steps,” Rutte said, adding that he hoped Berlin “does not shy away.” “We have no time.”',
      [
        'Rutte: “We will not win by small steps,” … “We have no time.”',
        'Rutte: that he hoped Berlin “does not shy away.”',
      ],
    ],
    [
      'the name of a programme is not said',
      '“That is nonsense,” Rutte said on “Meet the Press.” “They lie about everything.”',
      ['Rutte: “That is nonsense,” … “They lie about everything.”'],
    ],
    [
      'words in marks that describe the speaker are not said',
      '“We have to be patient,” said Leila Haddad, a teacher who waited in an “extraordinarily long line around the block” on Monday.',
      [
        'Leila Haddad, a teacher who waited in an “extraordinarily long line around the block” on Monday: “We have to be patient,”',
      ],
    ],
    [
      'the next sentence, with words before its marks, is still the speaker’s',
      '“We were not happy when it was announced,” said Rutte. But now “there is a sizable group in the council that wants it.”',
      [
        'Rutte: “We were not happy when it was announced,” … But now “there is a sizable group in the council that wants it.”',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

describe('what parts a speaker from his words', () => {
  it.each([
    [
      'a relative clause between dashes is not of his name',
      'Rutte – who had been told to wait – said: "We will not leave before noon."',
      ['Rutte: "We will not leave before noon."'],
    ],
    [
      'nor is the last noun in it the speaker',
      'The mayor - whose office the police searched in May - told reporters: "I have nothing to hide."',
      ['The mayor: "I have nothing to hide."'],
    ],
    [
      'nor the subject of a clause in it, before a participle',
      'Small groups of protesters continued to call for more information about the fatal shooting, circling the streets around Freedom Stadium - where the National League’s Kharkiv Lions played the Odesa Sailors - while chanting, "Hands up, let us in."',
      ['Small groups of protesters: "Hands up, let us in."'],
    ],
    [
      'the same behind the quotation',
      '"We will not leave before noon," Rutte – who had been told to wait – said.',
      ['Rutte: "We will not leave before noon,"'],
    ],
    [
      'a hyphen in a name is no dash',
      '"We will not leave before noon," Anna Smith-Jones said.',
      ['Anna Smith-Jones: "We will not leave before noon,"'],
    ],
    [
      'a speaker whom the tree shows before the dashes stays',
      'The minister, after the generals had left the room – the talks lasted for hours – said: "There is no deal."',
      ['The minister: "There is no deal."'],
    ],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

describe('words in marks without a word of speech', () => {
  it.each([
    [
      'whose view it is',
      'The aid workers deserve thanks because to her, "there is nothing more important than bread."',
      ['her: "there is nothing more important than bread."'],
    ],
    [
      'the same with a name',
      'For Rutte, "there is no way back to the old order."',
      ['Rutte: "there is no way back to the old order."'],
    ],
    ['a thing has no view', 'For a second bridge, "there is no money in the whole of the town."', []],
    ['a term, by who used it', 'Rutte has used the phrase “frozen peace” often this year.', ['Rutte: “frozen peace”']],
    [
      'each noun and verb for it',
      'Rutte used the word “war” in May. Orban coined the term “peace mission” in June. The envoy employed the expression “dead letter” in July.',
      ['Rutte: “war”', 'Orban: “peace mission”', 'The envoy: “dead letter”'],
    ],
    [
      'also these verbs',
      'Rutte invoked the phrase “never again” on Monday. Orban uttered the word “veto” twice.',
      ['Rutte: “never again”', 'Orban: “veto”'],
    ],
    ['a term that nobody is told to use', 'The phrase “frozen peace” means little.', []],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

describe('the same in Russian', () => {
  it.each([
    ['a term, by who used it', 'Президент впервые использовал слово «война» в своей речи.', ['Президент: «война»']],
    ['another', 'Медведев употребил термин «недружественные страны».', ['Медведев: «недружественные страны»']],
    ['a phrase', 'Премьер-министр произнёс фразу «холодный мир» на саммите.', ['Премьер-министр: «холодный мир»']],
    [
      'who tells it, not who answers so',
      'Посол отметил, что Минск и Москва отвечают на это «спокойно и взвешенно».',
      ['Посол: что Минск и Москва отвечают на это «спокойно и взвешенно»'],
    ],
    ['an expression', 'Лавров использовал выражение «мёртвая буква».', ['Лавров: «мёртвая буква»']],
  ])('%s', (_, text, expected) => {
    expect(quoted(text, 'ru')).toEqual(expected);
  });

  it('does not take the speaker and the words between dashes for said', () => {
    const text = 'Лавров — его ждали с утра — заявил: «Мы не уйдём отсюда до вечера».';
    const { statements } = workbench.code(documentOf({ text, language: 'ru' }));
    expect(statements.map(({ content }) => content.map((span) => span.text).join(' … '))).toEqual([
      '«Мы не уйдём отсюда до вечера»',
    ]);
  });
});

describe('the same in Turkish', () => {
  it('skips what the words are about', () => {
    const text = 'Bu konuda Sırbistan Cumhurbaşkanı Aleksandar Vucic şunları kaydetti: “Kimseye boyun eğmeyeceğiz.”';
    expect(quoted(text, 'tr')).toEqual(['Sırbistan Cumhurbaşkanı Aleksandar Vucic: “Kimseye boyun eğmeyeceğiz.”']);
  });
});
