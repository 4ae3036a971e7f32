import { lastChange, type Gone } from './last-change.js';
import type { PublicIncident } from './public-incident.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 29, hour));
const incident = (hour: number, topic?: string) =>
  ({ updatedAt: at(hour), topic: topic && { slug: topic } }) as PublicIncident;
const gone = (hour: number, topic: string | null = null): Gone => ({ topic, at: at(hour) });
const ofAlerts = (topic: string | undefined) => topic === undefined;

describe('the last change of a list of incidents', () => {
  it.each([
    ['nothing was ever in it', [], [], undefined],
    ['an incident changed', [incident(9), incident(7)], [gone(8)], 9],
    ['an incident was too old, after all changes', [incident(9)], [gone(10)], 10],
    ['the last incident was too old', [], [gone(10)], 10],
    ['a topic changed, which is no alert', [incident(9), incident(11, 'vatten')], [gone(12, 'vatten')], 9],
  ] as const)('is when %s', (_what, incidents, no, hour) => {
    const changed = lastChange({ incidents, gone: no }, ofAlerts);
    expect(changed).toEqual(hour === undefined ? undefined : at(hour));
  });

  it('is the last of all, unless it is of some', () => {
    expect(lastChange({ incidents: [incident(9)], gone: [gone(12, 'vatten')] })).toEqual(at(12));
  });
});
