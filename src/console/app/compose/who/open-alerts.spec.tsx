import { render } from 'preact-render-to-string';
import { OpenAlertList } from './open-alerts.js';

describe('the list of open alerts for the chosen audience', () => {
  const alert = (n: number) => ({
    id: `b${n}`,
    state: 'completed' as const,
    exercise: false,
    audienceName: `Område ${n}`,
    createdAt: '2026-11-29T10:00:00Z',
    startedAt: null,
  });
  const said = (count: number): string =>
    render(<OpenAlertList alerts={Array.from({ length: count }, (_, n) => alert(n))} />);

  it('names the newest, and says how many more there are', () => {
    expect(said(8)).toContain('Och 3 till');
    expect(said(8)).toContain('Område 4');
    expect(said(8)).not.toContain('Område 5');
    expect(said(5)).not.toContain('till, äldre');
  });
});
