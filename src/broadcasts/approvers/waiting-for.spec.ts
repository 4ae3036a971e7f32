import { waitingFor } from './waiting-for.js';

const waits = (id: string, more: object = {}) => ({ id, authors: ['anna'], submittedBy: 'anna', ...more });
const update = (id: string, root: string, more: object = {}) =>
  waits(id, { follows: { id: root, root, relation: 'update' }, ...more });
const forBo = (...pending: Parameters<typeof waitingFor>[0]) => waitingFor(pending, 'bo').map(({ id }) => id);

describe('what waits for an approver', () => {
  it.each([
    ['what somebody else wrote', waits('1'), ['1']],
    ['what a program wrote', { id: '1', authors: [] }, ['1']],
    ['not what they created', waits('1', { createdBy: 'bo' }), []],
    ['not what they edited', waits('1', { authors: ['anna', 'bo'] }), []],
    ['not what they returned', waits('1', { returnedBy: ['bo'] }), []],
    ['not what they submitted', waits('1', { submittedBy: 'bo' }), []],
    ['an update of what was sent', update('2', '1'), ['2']],
  ])('is %s', (_what, pending, expected) => expect(forBo(pending)).toEqual(expected));

  it('is an alert with its reminder once', () => expect(forBo(waits('1'), update('2', '1'))).toEqual(['1']));

  it('is not an alert whose reminder they edited', () =>
    expect(forBo(waits('1'), update('2', '1', { authors: ['bo'] }), waits('3'))).toEqual(['3']));
});
