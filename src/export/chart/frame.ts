import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** Words every chart carries: what it shows, of how many acts, from where. */
export interface Caption {
  readonly title: string;
  readonly description: string;
  /** Acts behind the chart. */
  readonly n: number;
  readonly source: string;
}

/** What the server's document gives back; the DOM types are not part of this build. */
interface SvgElement {
  readonly tagName: string;
  readonly firstChild: unknown;
  outerHTML: string;
  textContent: string;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<SvgElement>;
  insertBefore(child: SvgElement, before: unknown): void;
  appendChild(child: SvgElement): void;
}

interface ServerDocument {
  createElementNS(namespace: string, name: string): SvgElement;
}

const SVG = 'http://www.w3.org/2000/svg';
const FOOTER = 34;
/** Room for the title above the axis label. */
const HEADER = 24;

/**
 * Draws a plot as one SVG string: role img, title and description for screen readers, and a line with n and source below the axes.
 * Byte-identical for equal input.
 */
export function drawChart(options: Plot.PlotOptions, caption: Caption): string {
  const { document } = parseHTML('<html><body></body></html>') as { document: ServerDocument };
  const drawn: unknown = Plot.plot({ ...options, document } as Plot.PlotOptions);
  if (!isElement(drawn)) return '';
  const svg = drawn.tagName.toUpperCase() === 'SVG' ? drawn : [...drawn.querySelectorAll('svg')].pop();
  if (!svg) return '';
  const height = Number(svg.getAttribute('height'));
  const width = Number(svg.getAttribute('width'));
  svg.setAttribute('xmlns', SVG);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', 'chart-title chart-description');
  svg.setAttribute('height', String(height + HEADER + FOOTER));
  svg.setAttribute('viewBox', `0 ${-HEADER} ${width} ${height + HEADER + FOOTER}`);
  for (const group of svg.querySelectorAll('g[aria-label]')) {
    if (group.getAttribute('aria-hidden')) group.removeAttribute('aria-label');
    else group.setAttribute('role', 'group');
  }
  addText(document, svg, { name: 'desc', id: 'chart-description', text: caption.description });
  addText(document, svg, { name: 'title', id: 'chart-title', text: caption.title });
  svg.appendChild(line(document, { text: caption.title, y: -8, weight: '600' }));
  svg.appendChild(
    line(document, { text: `n = ${caption.n} · ${caption.source}`, y: height + FOOTER - 12, weight: '400' }),
  );
  return svg.outerHTML;
}

function isElement(value: unknown): value is SvgElement {
  return typeof value === 'object' && value !== null && 'outerHTML' in value && 'tagName' in value;
}

function addText(document: ServerDocument, svg: SvgElement, part: { name: string; id: string; text: string }): void {
  const element = document.createElementNS(SVG, part.name);
  element.setAttribute('id', part.id);
  element.textContent = part.text;
  svg.insertBefore(element, svg.firstChild);
}

function line(document: ServerDocument, part: { text: string; y: number; weight: string }): SvgElement {
  const text = document.createElementNS(SVG, 'text');
  text.setAttribute('x', '8');
  text.setAttribute('y', String(part.y));
  text.setAttribute('text-anchor', 'start');
  text.setAttribute('font-weight', part.weight);
  text.textContent = part.text;
  return text;
}
