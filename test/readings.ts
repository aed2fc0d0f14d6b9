import { Workbench } from '../src/app/workbench.ts';
import type { Reading } from '../src/code/settle/reading.ts';

/** What the rules read in a text, before anything is settled. */
export async function readings(text: string, language = 'en'): Promise<Reading[]> {
  const found: Reading[] = [];
  const doubt = (reading: Reading): string => {
    found.push(reading);
    return 'only read';
  };
  const settle = (reading: Reading) => ({ why: doubt(reading) });
  await new Workbench(undefined, () => ({ settle, doubt })).codeText({ text, language });
  return found;
}
