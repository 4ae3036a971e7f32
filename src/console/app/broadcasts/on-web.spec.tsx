import { render } from 'preact-render-to-string';
import type { Broadcast, Incident } from '../api/answers.js';
import { OnWeb } from '../broadcast/progress/on-web.js';
import { IncidentEntry } from './incident-entry.js';

const broadcast = {
  ...{ id: 'b1', kind: 'alert', lane: 'urgent', exercise: false, channels: 'both', audienceName: 'Kronan' },
  ...{
    excerpt: 'Provet är bra.',
    createdAt: '2026-11-30T08:00:00Z',
    state: 'approved',
    planned: 0,
    percent: 0,
  },
  ...{ allowed: [], webOnly: true },
} as unknown as Broadcast;

describe('what is only on the web', () => {
  it('has no phones and no progress in the list', () => {
    const incident = { root: 'b1', title: 'Kronan', broadcasts: [broadcast] } as unknown as Incident;
    const entry = render(<IncidentEntry incident={incident} />);
    expect(entry).toContain('Bara på webben');
    expect(entry).not.toMatch(/telefon|<progress/u);
  });

  it.each([
    ['approved', 'Det är publicerat på webben. Ingen telefon får det.'],
    ['completed', 'Det är publicerat på webben. Ingen telefon får det.'],
    ['cancelled', 'Det är avbrutet. Webben säger att det inte gäller längre.'],
  ] as const)('says in words how it is: %s', (state, words) => {
    const panel = render(<OnWeb broadcast={{ state }} />);
    expect(panel).toContain(words);
    expect(panel).not.toContain('framme');
  });
});
