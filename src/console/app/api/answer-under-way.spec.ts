import { AnswerUnderWay } from './answer-under-way.js';

interface Shown {
  readonly state: string;
  readonly percent?: number;
}

describe('an answer that was being fetched', () => {
  it('does not take back an approval that was given meanwhile', () => {
    const underWay = new AnswerUnderWay<Shown>();
    underWay.begin();
    underWay.note(() => ({ state: 'approved' }));
    expect(underWay.end({ state: 'pending-approval' })).toEqual({ state: 'approved' });
  });

  it('has what was told meanwhile, in the order of telling', () => {
    const underWay = new AnswerUnderWay<Shown>();
    underWay.begin();
    for (const percent of [1, 2]) underWay.note((now) => now && { ...now, percent });
    expect(underWay.end({ state: 'sending', percent: 0 })).toEqual({ state: 'sending', percent: 2 });
  });

  it('is newer than what was told before it was asked for', () => {
    const underWay = new AnswerUnderWay<Shown>();
    underWay.note(() => ({ state: 'draft' }));
    underWay.begin();
    underWay.note(() => ({ state: 'approved' }));
    underWay.begin();
    expect(underWay.end({ state: 'sending' })).toEqual({ state: 'sending' });
    underWay.note(() => ({ state: 'paused' }));
    expect(underWay.end({ state: 'completed' })).toEqual({ state: 'completed' });
  });
});
