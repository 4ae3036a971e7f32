import { render } from 'preact-render-to-string';
import type { Broadcast } from '../api/contract.js';
import { History } from './history.js';

const approved = {
  state: 'sending',
  createdBy: { id: '1', name: 'Cecilia' },
  createdAt: '2026-03-02T09:00:00Z',
  decidedBy: { id: '1', name: 'Cecilia' },
  decidedAt: '2026-03-02T09:05:00Z',
  startedAt: '2026-03-02T09:05:01Z',
  completedAt: '2026-03-02T11:05:01Z',
  history: [],
} as unknown as Broadcast;

describe('who did what to a broadcast', () => {
  it('says when one person alone approved it, and why', () => {
    const page = render(<History broadcast={{ ...approved, brokenGlass: 'Ingen kollega svarar.' }} />);
    expect(page).toContain('Godkändes av en person ensam');
    expect(page).toContain('Som tjänsteman i beredskap');
    expect(page).toContain('Ingen kollega svarar.');
  });

  it('says nothing of the kind when two did', () => {
    const page = render(<History broadcast={approved} />);
    expect(page).toContain('Godkändes');
    expect(page).not.toMatch(/ensam|beredskap/);
  });

  it('says who held it and let it go on, each time, between its beginning and its end', () => {
    const by = { id: '2', name: 'Bo' };
    const history = [
      { at: '2026-03-02T09:00:00Z', action: 'create', by },
      { at: '2026-03-02T09:10:00Z', action: 'pause', by },
      { at: '2026-03-02T09:20:00Z', action: 'resumption', by },
      { at: '2026-03-02T09:30:00Z', action: 'pause', by: { id: '3', name: 'Disa' } },
      { at: '2026-03-02T09:40:00Z', action: 'cancellation' },
    ];
    const page = render(<History broadcast={{ ...approved, history }} />);
    const lines = [...page.matchAll(/<dt>([^<]*)<\/dt><dd>([^<,]*)/g)].map(
      ([, what, who]) => `${what} ${who}`,
    );
    expect(lines.filter((line) => !/Skrevs|Godkändes|skickas|klart/.test(line))).toEqual([
      'Pausades Bo',
      'Fortsatte Bo',
      'Pausades Disa',
      'Avbröts Ett system',
    ]);
    expect(page.indexOf('Började skickas')).toBeLessThan(page.indexOf('Pausades'));
    expect(page.indexOf('Avbröts')).toBeLessThan(page.indexOf('Blev klart'));
  });
});
