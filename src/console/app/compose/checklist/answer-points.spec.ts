import { emptyForm } from '../form/form.js';
import { answerPoint, checklistAfter, chooseEvent, onPage } from './answer-points.js';

const waived = { how: 'waived', reason: 'Redan avstängt' } as const;

describe('the writer’s word on points', () => {
  it('is given and taken back', () => {
    const given = answerPoint(emptyForm, 'S5', waived);
    expect(given).toEqual({ points: { S5: waived } });
    expect(answerPoint({ points: { S5: waived, S6: waived } }, 'S5', undefined)).toEqual({
      points: { S6: waived },
    });
    expect(answerPoint({ points: { S5: waived } }, 'S5', undefined)).toEqual({ points: undefined });
  });

  it('is given for several points at once: the page has them', () => {
    expect(onPage({ points: { S5: waived } }, ['S6', 'S7'])).toEqual({
      points: { S5: waived, S6: { how: 'on-page' }, S7: { how: 'on-page' } },
    });
  });

  it('stays for the points that another event has too', () => {
    const points = { S5: waived, X3: waived };
    expect(chooseEvent({ points }, 'planned')).toEqual({ event: 'planned', points });
    expect(chooseEvent({ points }, 'boil')).toEqual({ event: 'boil', points: { X3: waived } });
    expect(chooseEvent({ points }, undefined)).toEqual({
      event: undefined,
      points: undefined,
      template: undefined,
    });
    expect(chooseEvent({ points }, 'boil')).not.toHaveProperty('template');
  });
});

describe('the checklist of a follow-up', () => {
  const page = 'https://alavik.example.se/';
  const original = { event: 'leak', page, points: { S5: waived, S6: { how: 'in-text' } } } as const;

  it('of an extension is the original’s, whose texts it has', () => {
    expect(checklistAfter(original, 'extension')).toEqual(original);
  });

  it('of an update does not say what another text says', () => {
    expect(checklistAfter(original, 'update')).toEqual({ event: 'leak', page, points: { S5: waived } });
  });

  it('of an all-clear has an all-clear’s points, if the original had points', () => {
    expect(checklistAfter(original, 'all-clear')).toEqual({ event: 'all-clear', page, points: undefined });
    expect(checklistAfter({}, 'all-clear').event).toBeUndefined();
    expect(checklistAfter({ event: 'danger' }, 'all-clear').event).toBe('danger-over');
  });
});
