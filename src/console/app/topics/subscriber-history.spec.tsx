import { render } from 'preact-render-to-string';
import { Months } from './subscriber-history.js';

describe('the subscribers of a topic over time', () => {
  const months = [
    { month: '2026-10', began: 5, ended: 0, subscribers: 1205 },
    { month: '2026-11', began: 0, ended: 205, subscribers: 1000 },
  ];
  const page = render(<Months months={months} />);

  it('are summed up in words, and the bars are hidden from screen readers', () => {
    expect(page).toContain('Från 1\u00a0205 (okt. 2026) till 1\u00a0000 (nov. 2026).');
    expect(page).toMatch(/month-bars" aria-hidden="true"/);
  });

  it('are all in the table, the newest first', () => {
    const text = page.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');
    expect(text).toContain('nov. 2026 1 000 0 205 okt. 2026 1 205 5 0');
  });
});
