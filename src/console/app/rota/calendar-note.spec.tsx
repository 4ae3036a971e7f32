import { render } from 'preact-render-to-string';
import { CalendarNote } from './calendar-note.js';

describe('what the rota says about its calendar', () => {
  it('is since when it could not be read, and which events belong to nobody', () => {
    const shown = render(
      <CalendarNote
        calendar={{
          failingSince: '2026-11-30T12:00:00Z',
          unmatched: [{ summary: 'Okänd', startsAt: '2026-12-01T08:00:00Z', endsAt: '2026-12-01T16:00:00Z' }],
        }}
      />,
    );
    expect(shown).toContain('Kalendern har inte gått att läsa sedan');
    expect(shown).toContain('<li>Okänd, ');
  });

  it('is only when it was read, when all is well', () => {
    const shown = render(<CalendarNote calendar={{ readAt: '2026-11-30T12:00:00Z', unmatched: [] }} />);
    expect(shown).toContain('Pass läses från en kalender, senast');
    expect(shown).not.toContain('class="note"');
  });
});
