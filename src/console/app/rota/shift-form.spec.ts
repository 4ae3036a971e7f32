import { dutyRoles } from '../../../kernel/duty-roles.js';
import { emptyForm, faultsOf, requestOf, withOneMore, type ShiftForm } from './shift-form.js';

const form = (more: Partial<ShiftForm> = {}): ShiftForm => ({
  ...emptyForm,
  memberIds: ['anna'],
  from: '2026-12-07T08:00',
  to: '2026-12-14T08:00',
  ...more,
});

describe('the form of a shift', () => {
  it('asks for a single shift at the times of the municipality', () => {
    expect(requestOf(form({ deputyId: 'bo', memberIds: ['anna', 'cecilia'], until: '2027-01-01' }))).toEqual({
      path: '/rota/shifts',
      body: {
        memberId: 'anna',
        role: dutyRoles[0],
        startsAt: '2026-12-07T07:00:00.000Z',
        endsAt: '2026-12-14T07:00:00.000Z',
        deputyId: 'bo',
      },
    });
  });

  it('asks for a repetition by the people in turn', () => {
    const weekly = form({ repeats: 'weekly', memberIds: ['anna', 'bo', ''], until: '2027-01-01' });
    expect(requestOf(weekly)).toMatchObject({
      path: '/rota/series',
      body: { memberIds: ['anna', 'bo'], until: '2027-01-01' },
    });
  });

  it.each([
    ['person', { memberIds: ['', 'bo'] }],
    ['from', { from: '2026-12-' }],
    ['to', { to: '' }],
    ['until', { repeats: 'weekly' }],
  ] as const)('says that %s is missing', (fault, more) => {
    expect(faultsOf(form(more))).toEqual([fault]);
    expect(requestOf(form(more))).toBeUndefined();
  });

  it('has one choice more than people in turn', () => {
    expect(withOneMore([''])).toEqual(['']);
    expect(withOneMore(['anna', '', 'bo'])).toEqual(['anna', 'bo', '']);
  });
});
