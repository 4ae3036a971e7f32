import { RecentAreas } from './recent-areas.js';

const area = (name: string) => ({ name, streets: [], areas: [], polygons: [] });
const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 30, 12, 0, seconds));

describe('the published area of a draft', () => {
  it('is worked out once for an audience, until a minute has passed', async () => {
    const recent = new RecentAreas();
    const work = jest.fn(() => Promise.resolve(area('Kronan')));
    const readAt = (seconds: number) => recent.get({ places: ['p1'] }, at(seconds), work);
    expect(await readAt(0)).toEqual(area('Kronan'));
    expect(await readAt(59)).toBe(await readAt(0));
    expect(work).toHaveBeenCalledTimes(1);
    await recent.get({ places: ['p2'] }, at(1), work);
    await readAt(61);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('is worked out again after a failure', async () => {
    const recent = new RecentAreas();
    const failing = () => Promise.reject(new Error('the database is away'));
    await expect(recent.get({ places: ['p1'] }, at(0), failing)).rejects.toThrow('away');
    expect(await recent.get({ places: ['p1'] }, at(1), () => Promise.resolve(area('Kronan')))).toEqual(
      area('Kronan'),
    );
  });
});
