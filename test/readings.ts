import { Workbench } from '../src/app/workbench.ts';
import type { Reading } from '../src/code/settle/reading.ts';

/** What the rules read in a text, before anything is settled. */
export async function readings(text: string, language = 'en'): Promise<Reading[]> {
  const found: Reading[] = [];
  const settle = (reading: Reading) => {
    found.push(reading);
    return { why: 'only read' };
  };
  await new Workbench(undefined, () => ({ settle, around: settle })).codeText({ text, language });
  return found;
}
