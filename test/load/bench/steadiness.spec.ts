import { steadiness } from './steadiness.js';

const every = (ms: number, seconds: number): Float64Array =>
  Float64Array.from({ length: (seconds * 1000) / ms }, (_, i) => 5000 + i * ms);

describe('steadiness of a rate', () => {
  it('reports full use of 100 a second if one arrives every 10 ms', () => {
    const { used, maxInASecond: mostInASecond } = steadiness(every(10, 20), 100);
    expect(used).toBeCloseTo(1, 2);
    expect(mostInASecond).toBe(100);
  });

  it('reports half use of 100 a second if one arrives every 20 ms', () => {
    expect(steadiness(every(20, 20), 100).used).toBeCloseTo(0.5, 2);
  });

  it('finds the fullest second wherever it begins', () => {
    const burst = Float64Array.from({ length: 30 }, (_, i) => 12_345 + i / 10);
    expect(steadiness(Float64Array.of(...every(10, 20), ...burst), 100).maxInASecond).toBe(130);
  });
});
