import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { toGexf } from './gexf.ts';
import { toGraphml } from './graphml.ts';

const graph = {
  title: 'A & B <test>',
  nodes: [
    { id: 'RUS', label: 'Russia "R"', attributes: { bloc: 1, mass: 2.5 } },
    { id: 'CHN', attributes: { bloc: 0, mass: Number.NaN } },
  ],
  edges: [{ source: 'RUS', target: 'CHN', attributes: { weight: 3, net: -1, note: undefined } }],
};

describe('graph files', () => {
  it.each([
    ['GraphML', toGraphml(graph), 'data'],
    ['GEXF', toGexf(graph), 'attvalue'],
  ])('%s holds nodes, ties and attributes, escaped, without NaN', (_, text, element) => {
    expect(text).toContain('A &amp; B &lt;test&gt;');
    expect(text).toContain('Russia &quot;R&quot;');
    expect(text).not.toMatch(/NaN|undefined/);
    const { document } = parseHTML(text);
    expect([...document.querySelectorAll('node')].map((node) => node.getAttribute('id'))).toEqual(['RUS', 'CHN']);
    expect(document.querySelectorAll('edge')).toHaveLength(1);
    expect(document.querySelectorAll(element).length).toBeGreaterThanOrEqual(5);
  });

  it('GEXF gives no weight that Gephi would refuse', () => {
    const negative = { ...graph, edges: [{ source: 'RUS', target: 'CHN', attributes: { weight: -3 } }] };
    expect(toGexf(negative)).not.toContain(' weight="-3"');
    expect(toGexf(graph)).toContain(' weight="3"');
  });
});
