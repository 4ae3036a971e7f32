import { render } from 'preact-render-to-string';
import type { Broadcast } from '../api/contract.js';
import { History } from './history.js';

const approved = {
  state: 'sending',
  createdBy: { id: '1', name: 'Cecilia' },
  createdAt: '2026-03-02T09:00:00Z',
  decidedBy: { id: '1', name: 'Cecilia' },
  decidedAt: '2026-03-02T09:05:00Z',
} as Broadcast;

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
});
