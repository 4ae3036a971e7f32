import { render } from 'preact-render-to-string';
import type { IncidentInFull } from '../api/answers.js';
import { Sums } from './sums.js';

const said = (uncorrected?: IncidentInFull['uncorrected']): string =>
  render(
    <Sums
      incident={
        {
          broadcasts: [{ planned: 40 }],
          phones: { planned: 40, delivered: 38, under: 0 },
          costOre: 0,
          uncorrected,
        } as unknown as IncidentInFull
      }
    />,
  );

describe('the sums of an incident', () => {
  it.each([
    [12, '<dd>12</dd>'],
    [0, '<dd>0</dd>'],
    ['few', '<dd>färre än fem</dd>'],
  ] as const)('say that %s may have the wrong text and not its correction', (uncorrected, shown) => {
    expect(said(uncorrected)).toContain(`har inte fått rättelsen</dt>${shown}`);
  });

  it('say in words that what is only on the web reaches no phone', () => {
    const incident = {
      broadcasts: [{ planned: 0, webOnly: true }],
      phones: { planned: 0, delivered: 0, under: 0 },
      costOre: 0,
    } as unknown as IncidentInFull;
    const page = render(<Sums incident={incident} />);
    expect(page).toContain('Det är bara på webben. Ingen telefon får det.');
    expect(page).not.toContain('<dd>0</dd>');
  });

  it('say nothing of it without a correction', () => {
    expect(said()).not.toContain('rättelsen');
  });
});
