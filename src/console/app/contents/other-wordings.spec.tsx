import { render } from 'preact-render-to-string';
import { OtherWordings } from './other-wordings.js';

const otherWordings = [
  { id: 'b1', audienceName: 'Ågatan' },
  { id: 'b2', audienceName: 'Kajgatan', correctedBy: 'b9' },
];

describe('the note that others had the message in other words', () => {
  it('names them beside a correction, and leads to the correction of each', () => {
    const html = render(<OtherWordings relation="correction" alert={{ otherWordings }} />);
    expect(html).toContain('Rättelsen går inte till dem');
    expect(html).toMatch(/href="[^"]*b1[^"]*"[^>]*>Rätta det till Ågatan också/u);
    // What they have now is its correction.
    expect(html).toMatch(/href="[^"]*b9[^"]*"[^>]*>Rätta det till Kajgatan också/u);
  });

  it.each(['update', 'all-clear', 'extension', undefined] as const)('is empty beside %s', (relation) => {
    expect(render(<OtherWordings relation={relation} alert={{ otherWordings }} />)).toBe('');
  });

  it('is empty where all had the same words', () => {
    expect(render(<OtherWordings relation="correction" alert={{ otherWordings: [] }} />)).toBe('');
  });
});
