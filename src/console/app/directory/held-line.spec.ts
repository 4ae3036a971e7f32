import { heldLine } from './held-line.js';

it('heldLine writes a stored row on one line, without empty values', () => {
  const row = {
    at: '2026-11-28T20:00:00.000Z',
    what: { sv: 'Meddelande', en: 'Alert' },
    audience: 'Porsön',
    exercise: false,
    reason: null,
    n: 2,
  };
  const line = heldLine(row, ({ en }) => en, { moment: () => 'today' });
  expect(line).toBe('today · Alert · Porsön · 2');
});
