import { join } from 'node:path';
import type { OwnName } from '../../src/app/own-dictionary.ts';
import { Workbench } from '../../src/app/workbench.ts';
import { readText } from '../shared-data.ts';

/** The actors of PETRARCH's validation dictionary as a project's own dictionary; `folder` holds PETR.Validate.actors.txt. */
export function inventedActors(folder: string): Workbench {
  const path = join(folder, 'PETR.Validate.actors.txt');
  return new Workbench({ path, names: namesOf(readText(path)) });
}

type Name = OwnName & { readonly line: number };

/** A block is an actor with "+" synonyms and its code in brackets, on the same line or below; a dated code is read without its dates. */
export function namesOf(text: string): Name[] {
  const names: Name[] = [];
  let forms: string[] = [];
  let code: string | undefined;
  const close = (): void => {
    for (const form of forms) if (code && /^[A-Z]/.test(code)) names.push(nameOf(form, code, names.length + 2));
    forms = [];
    code = undefined;
  };
  for (const raw of text.replace(/<!--[\s\S]*?-->/g, '').split('\n')) {
    const line = raw.replace(/#.*$/, '').trim();
    if (line === '') continue;
    const found = /\[([^\]<>\s]+)/.exec(line)?.[1];
    const form = line.replace(/\[.*$/, '').replace(/^\+/, '').replaceAll('_', ' ').trim();
    if (!raw.startsWith('+') && form !== '') close();
    if (form !== '') forms.push(form);
    code ??= found?.split('/')[0];
  }
  close();
  return names;
}

function nameOf(form: string, code: string, line: number): Name {
  const id = `invented-${code.toLowerCase()}`;
  const rest = { of: '', sector: '', language: '', from: '', to: '', note: '' };
  return { ...rest, form: inTitleCase(form), id, code, kind: 'organisation', line };
}

/** "MINAS TIRITH" -> "Minas Tirith"; initials stay. */
function inTitleCase(form: string): string {
  return form.replace(/\p{L}+/gu, (word) => (/^[A-Z]{1,3}$/.test(word) ? word : word[0] + word.slice(1).toLowerCase()));
}
