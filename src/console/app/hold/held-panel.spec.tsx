import { render } from 'preact-render-to-string';
import type { Hold } from '../api/answers.js';
import type { HeldPanel } from './held-panel.js';

const broadcast = {
  id: 'b1',
  name: 'Örnäset',
  kind: 'alert',
  lane: 'urgent',
  state: 'sending',
  takenOver: 2186,
  notToldApart: 0,
  remaining: 5000,
  goesOn: false,
} as const;
const held: NonNullable<Hold['held']> = {
  since: '2026-11-29T18:54:00Z',
  knownUntil: '2026-11-29T18:40:00Z',
  unknown: 2190,
  takenOver: 2186,
  notToldApart: 0,
  fitsNone: 4,
  broadcasts: [broadcast],
};

describe('the panel about a hold', () => {
  let Panel: typeof HeldPanel;
  beforeAll(async () => {
    // The page's idempotency keys are kept in the browser's session.
    Object.assign(globalThis, { sessionStorage: {} });
    ({ HeldPanel: Panel } = await import('./held-panel.js'));
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  });
  const page = (mayDecide: boolean, more: Partial<typeof held> = {}) =>
    render(<Panel held={{ ...held, ...more }} mayDecide={mayDecide} onDecided={() => undefined} />);

  it('shows everybody the reason, what was taken over, what is unmatched, and how many remain', () => {
    const seen = page(false);
    expect(seen).toMatch(/Operatören har skickat 2.190 meddelanden som saknas här/);
    expect(seen).toMatch(/2.186 hämtade från operatören, 5.000 kvar att skicka/);
    expect(seen).toContain('Hör inte till något utskick som finns här: 4.');
    expect(seen).toContain('En systemägare eller en tjänsteman i beredskap bestämmer');
    expect(seen).not.toContain('<button');
  });

  it('offers both decisions for each broadcast to those with the right, and the end only when none is left', () => {
    const seen = page(true);
    expect(seen).toContain('Skicka till resten: Örnäset');
    expect(seen).toContain('Avbryt utskicket: Örnäset');
    expect(seen).not.toContain('Börja skicka igen');
    expect(page(true, { broadcasts: [] })).toContain('Börja skicka igen');
    expect(page(true, { broadcasts: [{ ...broadcast, goesOn: true }] })).toContain('Börja skicka igen');
  });

  it('says when a scheduled broadcast is sent, and offers to leave it at that', () => {
    const scheduled = { ...broadcast, state: 'scheduled', startsAt: '2026-12-01T06:00:00Z' } as const;
    const seen = page(true, { broadcasts: [scheduled] });
    expect(seen).toMatch(/Skickas [^<]*07:00/);
    expect(seen).toContain('Skicka på sin tid: Örnäset');
    expect(seen).not.toContain('Skicka till resten');
  });
});
