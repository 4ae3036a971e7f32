import { render } from 'preact-render-to-string';
import { OtherAllClears } from './other-all-clears.js';

describe('another all-clear of the same alert', () => {
  it('is told of with who wrote it, when, and how far it has come', () => {
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

  it('is not spoken of where there is none', () => {
    expect(render(<OtherAllClears others={[]} />)).toBe('');
  });
});
