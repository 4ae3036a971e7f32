import { render } from 'preact-render-to-string';
import type { Broadcast } from '../api/answers.js';
import { WaitsForHours } from './waits-for-hours.js';

const note = (opensAt?: string) =>
  render(
    <WaitsForHours broadcast={{ opensAt, expiresAt: '2027-02-02T12:00:00Z' } as unknown as Broadcast} />,
  );

describe('a broadcast of a topic with hours', () => {
  it('says until when it would wait', () => {
    expect(note('2027-02-02T07:00:00Z')).toContain('Väntar till');
    expect(note('2027-02-02T07:00:00Z')).toContain('08:00');
  });

  it('says that they begin too late', () => {
    expect(note('2027-02-02T12:00:00Z')).toContain('efter sluttiden');
  });

  it('says nothing within them', () => {
    expect(note()).toBe('');
  });
});
