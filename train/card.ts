import { COLUMNS, type Column, type Figures } from './figures.ts';
import type { Recipe } from './recipe.ts';

const LICENCES: readonly (readonly [string, string])[] = [
  ['en_ewt', 'UD English EWT, CC BY-SA 4.0'],
  [
    'en_gumfree',
    'UD English GUM (academic, bio, conversation, court, interview, news, speech, textbook, vlog, voyage): annotations CC BY 4.0, texts CC BY, CC BY-SA 3.0 or public domain',
  ],
  ['ru_taiga', 'UD Russian Taiga, CC BY-SA 4.0'],
  ['ru_gsd', 'UD Russian GSD, CC BY-SA 4.0'],
  ['ru_poetry', 'UD Russian Poetry, CC BY-SA 4.0'],
  ['tr_boun', 'UD Turkish BOUN, CC BY-SA 4.0'],
  ['tr_kenet', 'UD Turkish Kenet, CC BY-SA 4.0'],
  ['tr_penn', 'UD Turkish Penn, CC BY-SA 4.0'],
  ['tr_framenet', 'UD Turkish FrameNet, CC BY-SA 4.0'],
  ['tr_gb', 'UD Turkish GB, CC BY-SA 4.0'],
  ['tr_gweb', 'Google web treebank of Turkish (turkish-treebanks, web.conllu), Apache-2.0'],
];

export interface CardFacts {
  readonly recipe: Recipe;
  readonly bytes: number;
  readonly tokens: number;
  readonly figures: readonly Figures[];
}

/** data/models/<language>.card.md */
export function printCard({ recipe, bytes, tokens, figures }: CardFacts): string {
  const names = Object.keys(recipe.train);
  const used = LICENCES.filter(([prefix]) => names.some((name) => name.includes(prefix)));
  const dictionary = recipe.dictionary === undefined ? [] : ['', `Dictionary: ${recipe.dictionary}`];
  const rows = figures.map(({ treebank, values }) => `| ${[treebank, ...COLUMNS.map((c) => values[c])].join(' | ')} |`);
  return [
    `# Model card: ${recipe.language}`,
    '',
    'Averaged-perceptron tagger, arc-hybrid dependency parser with a dynamic oracle, second-sight labeller, suffix tables',
    `for lemmas and features. ${tokens} training tokens, ${bytes} bytes, weights in 8 bits.`,
    ...(recipe.forRoles
      ? ['Two small nets, weights in 6 bits, for finite verbs and for the agents and patients of verbs.']
      : []),
    '',
    'Licence: CC BY-SA 4.0 (see LICENSE). Trained on:',
    ...used.map(([, text]) => `- ${text}`),
    ...dictionary,
    '',
    `Files: ${names.join(', ')}.`,
    '',
    '## Figures',
    'Gold tokens, predicted tags, punctuation counted; relations without subtypes but nsubj:pass, csubj:pass, aux:pass,',
    'obl:agent, acl:relcl; lemmas without case. Triple: verb with both agent and patient right; role: agent and patient heads of finite verbs.',
    '',
    `| treebank | ${COLUMNS.join(' | ')} |`,
    `|${'---|'.repeat(COLUMNS.length + 1)}`,
    ...rows,
    '',
    '## Rebuild',
    `With the treebanks at ../shared/ud (or CHANCERY_UD): \`npm run train ${recipe.language}\`. Seeds are fixed: the same`,
    'treebanks give the same bytes.',
    '',
  ].join('\n');
}

/** The figures table of a card. */
export function readCard(text: string): Figures[] {
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| treebank'));
  return rows.map((line) => {
    const [treebank, ...cells] = line.slice(2, -2).split(' | ');
    const values = Object.fromEntries(COLUMNS.map((column, i) => [column, cells[i] ?? '']));
    return { treebank: treebank!, values: values as Record<Column, string> };
  });
}
