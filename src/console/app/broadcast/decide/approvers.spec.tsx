import { render } from 'preact-render-to-string';
import type { Broadcast } from '../../api/answers.js';
import { Approvers } from './approvers.js';

const bo = { id: 'b', name: 'Bo' };
const shown = (approval: Partial<Broadcast['approval']>) =>
  render(
    <Approvers broadcast={{ approval: { mayApprove: [], told: [], ...approval } } as unknown as Broadcast} />,
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('who may approve', () => {
  it('is shown by name, and told that a text comes', () => {
    expect(shown({ mayApprove: [{ ...bo, hasPhone: true, onDuty: false }] })).toMatch(
      'Bo De får ett sms om några sekunder.',
    );
  });

  it('is said to have no number', () => {
    const text = shown({
      mayApprove: [{ ...bo, hasPhone: false, onDuty: false }],
      told: [{ at: '2026-11-30T02:40:00.000Z', reminder: false, texted: [], notTexted: [bo] }],
    });
    expect(text).toContain('Bo (inget nummer, får inget sms: ring)');
    // Said once.
    expect(text).not.toContain('Inget sms till');
    expect(text).not.toContain('om några sekunder');
  });

  it('is said to be on duty', () => {
    expect(shown({ mayApprove: [{ ...bo, hasPhone: true, onDuty: true }] })).toMatch('Bo (i tjänst)');
  });

  it('is said to be nobody', () => {
    expect(shown({})).toContain('Ingen annan kan godkänna det här.');
  });

  it('has the texts and the reminder with their times', () => {
    const texted = { ...bo, outcome: 'arrived' as const };
    const at = '2026-11-30T02:40:00.000Z';
    const text = shown({
      mayApprove: [{ ...bo, hasPhone: true, onDuty: false }],
      told: [
        { at, reminder: false, texted: [texted], notTexted: [{ id: 'c', name: 'Cecilia' }] },
        {
          at: '2026-11-30T02:45:00.000Z',
          reminder: true,
          texted: [{ ...texted, outcome: 'failed' }],
          notTexted: [],
        },
      ],
    });
    expect(text).toMatch(/Sms till Bo, .*3:40/);
    expect(text).toMatch(/Påminnelse till Bo, .*3:45/);
    expect(text).toContain('Inget sms till Cecilia');
    expect(text.match(/kom inte fram/g)).toHaveLength(1);
  });
});
