import { render } from 'preact-render-to-string';
import { FailureNote } from './failure-note.js';

describe('a failed request', () => {
  const note = (status: number) =>
    render(
      <FailureNote
        failure={{
          kind: 'refused',
          problem: { code: 'c', title: 'Något gick fel hos oss.', status, requestId: 'q1' },
        }}
      />,
    );

  it('that is the server’s own fault names the request for operations to look up', () =>
    expect(note(500)).toContain('Uppge q1 när du kontaktar driften.'));

  it('that was refused with a reason names no request', () => {
    expect(note(409)).toContain('Något gick fel hos oss.');
    expect(note(409)).not.toContain('q1');
  });
});
