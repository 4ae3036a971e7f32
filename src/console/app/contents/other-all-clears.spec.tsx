import { render } from 'preact-render-to-string';
import { OtherAllClears } from './other-all-clears.js';

describe('the note about other all-clears of the same alert', () => {
  it('says who wrote it, when, and its state', () => {
    const page = render(
      <OtherAllClears
        others={[
          {
            id: 'b2',
            state: 'pending-approval',
            createdBy: { id: 'm1', name: 'Maja Lind' },
            createdAt: '2026-11-23T20:00:00Z',
          },
        ]}
      />,
    );
    expect(page).toContain('Det finns redan ett besked om att det här larmet är över');
    expect(page).toMatch(/href="[^"]*b2"[^>]*>Skriven av Maja Lind, måndag 23 nov/);
    expect(page).toContain('Väntar på godkännande');
  });

  it('is empty when there is none', () => {
    expect(render(<OtherAllClears others={[]} />)).toBe('');
  });
});
