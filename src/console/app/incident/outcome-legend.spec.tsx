import { render } from 'preact-render-to-string';
import type { OnMap } from '../api/answers.js';
import { OutcomeLegend } from './outcome-legend.js';

const part = (more: Partial<OnMap>): OnMap => ({
  broadcast: 'b1',
  outcome: 'reached',
  blocks: [],
  areas: [],
  rest: false,
  geometry: { type: 'MultiPolygon', coordinates: [] },
  ...more,
});
const shown = (...parts: OnMap[]) =>
  [...render(<OutcomeLegend name="Kronan" parts={parts} />).matchAll(/<li>.*?<\/span>(.*?)<\/li>/g)].map(
    ([, said]) => said,
  );

describe('the legend of the outcomes on the map', () => {
  it('says in words which parts have which outcome', () => {
    expect(
      shown(
        part({ blocks: ['Ugglan', 'Falken'] }),
        part({ outcome: 'missed', areas: ['Fågelstaden'], rest: true }),
      ),
    ).toEqual([
      'Minst nio av tio telefoner nåddes: Ugglan; Falken',
      'Färre än hälften nåddes: övriga delar av Fågelstaden; övriga delar',
    ]);
  });

  it('says nothing of parts when the area is shown as one', () =>
    expect(shown(part({}))).toEqual(['Minst nio av tio telefoner nåddes']));

  it('says how many more there are than it names', () => {
    const blocks = Array.from({ length: 14 }, (_, n) => `K${n}`);
    expect(shown(part({ blocks }))[0]).toMatch(/: K0; .*; K11; 2 till$/);
  });
});
