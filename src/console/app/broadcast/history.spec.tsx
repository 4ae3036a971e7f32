import { render } from 'preact-render-to-string';
import type { Act, Broadcast } from '../api/answers.js';
import { History } from './history.js';

const cecilia = { id: '1', name: 'Cecilia' };
const bo = { id: '2', name: 'Bo' };
const at = (minute: number) => `2026-03-02T09:${String(minute).padStart(2, '0')}:00Z`;

/** Renders the history of a broadcast with the given acts, a minute apart. */
function pageOf(
  acts: readonly (readonly [Act, typeof bo | undefined, number?])[],
  more: Partial<Broadcast> = {},
) {
  const history = acts.map(([act, by, count], minute) => ({ at: at(minute), act, by, count }));
  const page = render(<History broadcast={{ ...more, history } as Broadcast} />);
  const lines = [...page.matchAll(/<dt>([^<]*)<\/dt><dd>([^<,]*)/g)].map(([, what, who]) => `${what} ${who}`);
  return { page, lines };
}

describe('the history of a broadcast', () => {
  it('says when one person approved it alone, and why', () => {
    const { page } = pageOf([['break-glass', cecilia]], { brokenGlass: 'Ingen kollega svarar.' });
    expect(page).toContain('Godkändes av en person ensam');
    expect(page).toContain('Som tjänsteman i beredskap');
    expect(page).toContain('Ingen kollega svarar.');
  });

  it('does not mention approval alone when two people took part', () => {
    const { page, lines } = pageOf([
      ['create', cecilia],
      ['submission', cecilia, 1200],
      ['approval', bo],
    ]);
    expect(lines).toEqual(['Skrevs Cecilia', 'Skickades för godkännande Cecilia', 'Godkändes Bo']);
    expect(page).toMatch(/när det nådde 1\s200 telefoner/);
    expect(page).not.toMatch(/ensam|beredskap/);
  });

  it('shows each pause and resumption', () => {
    const acts = [
      ['approval', bo],
      ['pause', bo],
      ['resumption', bo],
      ['pause', cecilia],
      ['resumption', undefined],
    ] as const;
    const { lines } = pageOf(acts, { startedAt: '2026-03-02T09:00:01Z', completedAt: at(30) });
    expect(lines).toEqual([
      'Godkändes Bo',
      expect.stringContaining('Började skickas'),
      'Pausades Bo',
      'Återupptogs Bo',
      'Pausades Cecilia',
      'Återupptogs Ett system',
      expect.stringContaining('Blev klart'),
    ]);
  });

  it('shows each submission and return, and no approval when there was none', () => {
    const { lines } = pageOf(
      [
        ['submission', cecilia],
        ['return', bo],
        ['edit', cecilia],
        ['submission', cecilia],
        ['cancellation', cecilia],
      ],
      { decidedBy: bo, decidedAt: at(1), state: 'cancelled' },
    );
    expect(lines).toEqual([
      'Skickades för godkännande Cecilia',
      'Återlämnades Bo',
      'Ändrades Cecilia',
      'Skickades för godkännande Cecilia',
      'Avbröts Cecilia',
    ]);
  });
});
