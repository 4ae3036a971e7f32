import { steadiness } from './steadiness.js';

const every = (ms: number, seconds: number): Float64Array =>
  Float64Array.from({ length: (seconds * 1000) / ms }, (_, i) => 5000 + i * ms);

describe('how steady a rate is', () => {
  it('is all of it where one comes each hundredth of a second', () => {
    const { used, maxInASecond: mostInASecond } = steadiness(every(10, 20), 100);
    expect(used).toBeCloseTo(1, 2);
    expect(mostInASecond).toBe(100);
  });

  it('is half where they come half as often', () => {
    expect(steadiness(every(20, 20), 100).used).toBeCloseTo(0.5, 2);
  });

  it('finds the fullest second wherever it begins', () => {
    const burst = Float64Array.from({ length: 30 }, (_, i) => 12_345 + i / 10);
    expect(steadiness(Float64Array.of(...every(10, 20), ...burst), 100).maxInASecond).toBe(130);
  });
});
