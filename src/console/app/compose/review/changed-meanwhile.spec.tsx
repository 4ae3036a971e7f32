import { render } from 'preact-render-to-string';
import { ChangedMeanwhile } from './changed-meanwhile.js';

const shown = (code: string): string =>
  render(
    <ChangedMeanwhile
      id="b1"
      failure={{ kind: 'refused', problem: { code, title: 'Det gick inte.', status: 409 } }}
      onOverwrite={() => undefined}
    />,
  );

describe('a draft that somebody else has changed', () => {
  it('can be read as it is now, or overwritten', () => {
    const html = shown('broadcast.changed-meanwhile');
    expect(html).toContain('href="/console/broadcasts/b1"');
    expect(html).toContain('Spara mitt ändå');
  });

  it('is not what another refusal is about', () => {
    expect(shown('broadcast.wrong-state')).toBe('');
  });
});
