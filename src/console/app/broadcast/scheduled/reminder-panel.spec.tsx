import { render } from 'preact-render-to-string';
import type { Broadcast } from '../../api/answers.js';
import { eveningBefore } from '../../compose/form/start.js';
import { reminderRead } from '../decide/reminder-read.js';
import { GoesWithAlert, ReminderPanel, ReminderToApprove, WriteReminder } from './reminder-panel.js';

const alert = {
  id: 'b1',
  state: 'pending-approval',
  event: 'planned',
  goesWithAlert: false,
  reminder: {
    id: 'b2',
    state: 'pending-approval',
    startsAt: '2027-02-01T17:00:00Z',
    contentHash: 'h',
    texts: [{ language: 'sv', sms: 'Vi påminner: i morgon stänger vi av vattnet.', segments: 1 }],
  },
} as unknown as Broadcast;
const panel = (change: object = {}) =>
  render(<ReminderPanel heading="h2" broadcast={{ ...alert, ...change }} />);

describe('the reminder of an alert', () => {
  it('is read on the page of the alert, with its time', () => {
    for (const said of ['18:00', 'Vi påminner', 'godkänns', '/broadcasts/b2'])
      expect(panel()).toContain(said);
    expect(panel({ reminder: undefined })).toBe('');
  });

  it('that was not submitted says that it does not come along', () => {
    expect(panel({ reminder: { ...alert.reminder, state: 'draft' } })).toContain('följer inte med');
  });

  it('is offered on the draft of a planned event that has none', () => {
    const offered = (change: object) => render(<WriteReminder broadcast={{ ...alert, ...change }} />);
    expect(offered({ state: 'draft', reminder: undefined })).toContain('/broadcasts/b1/follow/update');
    expect(offered({ reminder: undefined })).toBe('');
    expect(offered({ state: 'draft' })).toBe('');
    expect(offered({ state: 'draft', reminder: undefined, event: 'leak' })).toBe('');
  });

  it('is approved with the alert only if it was submitted', () => {
    expect(reminderRead(alert)).toEqual({ reminderHash: 'h' });
    expect(reminderRead({ reminder: { ...alert.reminder!, state: 'returned' } })).toEqual({});
  });

  it('is repeated in the last question before the approval, if it is approved too', () => {
    const asked = (change: object = {}) => render(<ReminderToApprove broadcast={{ ...alert, ...change }} />);
    for (const said of ['18:00', 'Vi påminner', 'godkänner också']) expect(asked()).toContain(said);
    expect(asked({ reminder: { ...alert.reminder, state: 'draft' } })).toBe('');
    expect(asked({ reminder: undefined })).toBe('');
  });

  it('leads to its alert', () => {
    const follows = { id: 'b1', relation: 'update', root: 'b1' } as const;
    expect(render(<GoesWithAlert broadcast={{ goesWithAlert: true, state: 'draft', follows }} />)).toContain(
      '/broadcasts/b1',
    );
    expect(render(<GoesWithAlert broadcast={{ goesWithAlert: false, state: 'draft', follows }} />)).toBe('');
  });

  it('is suggested for six in the evening before, or tomorrow', () => {
    const now = new Date('2027-02-01T09:00Z');
    expect(eveningBefore(new Date('2027-03-28T06:00Z'), now)).toBe('2027-03-27T18:00');
    expect(eveningBefore(undefined, now)).toBe('2027-02-02T18:00');
  });
});
