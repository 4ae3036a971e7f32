import type { Failure } from '../../api/failure.js';
import { refusedFaults } from './refused-faults.js';

const refused = (code: string, details: object): Failure => ({
  kind: 'refused',
  problem: { code, title: 'Nej.', status: 400, ...details },
});
const texts = ['sv', 'en'].map((language) => ({ language, sms: '' }));

describe('a refused submission', () => {
  it('leads to each point that is open', () => {
    const points = [{ id: 'S5', label: { sv: 'att man tappar upp vatten', en: 'to fill containers' } }];
    expect(refusedFaults(refused('broadcast.checklist-open', { points }), { texts })).toEqual([
      {
        field: 'point-S5',
        wording: {
          sv: 'Det saknas i texten: att man tappar upp vatten.',
          en: 'The text lacks: to fill containers.',
        },
      },
    ]);
  });

  it('leads to the text that has a placeholder, or to its spoken text', () => {
    const unfilled = [
      { language: 'en', in: 'sms', text: '[a]' },
      { language: 'en', in: 'sms', text: '[b]' },
      { language: 'sv', in: 'voice', text: '___' },
    ];
    const faults = refusedFaults(refused('broadcast.placeholder-unfilled', { unfilled }), { texts });
    expect(faults.map(({ field, values }) => [field, values])).toEqual([
      ['sms-0-voice', { gaps: '___' }],
      ['sms-1', { gaps: '[a], [b]' }],
    ]);
  });

  it('for another reason leads nowhere', () => {
    expect(refusedFaults(refused('broadcast.count-differs', {}), { texts })).toEqual([]);
    expect(refusedFaults({ kind: 'unreached', why: 'offline' }, { texts })).toEqual([]);
    expect(refusedFaults(undefined, { texts })).toEqual([]);
  });
});
