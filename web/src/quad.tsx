import type { ReactNode } from 'react';
import { useWording } from './language.tsx';

/** Shape says the sign (circle: cooperation, diamond: conflict), filling says the kind (hollow: words, full: deeds). */
const GLYPHS: Readonly<Record<string, string>> = {
  'verbal-cooperation': '○',
  'material-cooperation': '●',
  'verbal-conflict': '◇',
  'material-conflict': '◆',
};

export const QUADS = Object.keys(GLYPHS);

export function glyphOf(quad: string): string {
  return GLYPHS[quad] ?? '□';
}

export function QuadChip({ quad }: { quad: string }): ReactNode {
  const { name } = useWording();
  return (
    <span className="quad-chip" data-quad={quad}>
      <span aria-hidden="true">{glyphOf(quad)}</span> {name('quad', quad)}
    </span>
  );
}
