import type { DataSource } from 'typeorm';
import { openTestDatabase } from '../../test/support/database.js';
import { Scene } from '../../test/support/scene.js';
import { AreasDrawnRepository } from './areas-drawn.repository.js';

describe('the areas that a drawing has addresses of', () => {
  let db: DataSource;
  let scene: Scene;
  let drawn: AreasDrawnRepository;

  beforeAll(async () => {
    db = await openTestDatabase();
    drawn = new AreasDrawnRepository(db);
    scene = new Scene(db);
    await scene.municipality('Provkommun', { x: 0, y: 0, side: 1000 });
    await scene.area('Porsön', { x: 0, y: 0, side: 100 });
    await scene.area('Björkskatan', { x: 100, y: 0, side: 100 });
    for (const [street, x] of [
      ['Ettan 1', 10],
      ['Ettan 2', 30],
      ['Ettan 3', 80],
      ['Tvåan 1', 110],
      ['Långt borta 1', 500],
    ] as const)
      await scene.address(street, { x, y: 10 });
    await scene.settle();
  });
  afterAll(() => db.destroy());

  const within = async (x: number, side: number) => {
    const { areas, elsewhere } = await drawn.in(await scene.drawn({ x, y: 0, side }));
    return [...areas.map(({ name, isWhole }) => `${isWhole ? 'all' : 'part'} of ${name}`), elsewhere];
  };

  it('is whole with all of its addresses, else a part', async () => {
    expect(await within(0, 99)).toEqual(['all of Porsön', false]);
    expect(await within(0, 50)).toEqual(['part of Porsön', false]);
    expect(await within(20, 100)).toEqual(['part of Porsön', 'all of Björkskatan', false]);
  });

  it('says when some addresses are in none', async () => {
    expect(await within(100, 450)).toEqual(['all of Björkskatan', true]);
    expect(await within(450, 100)).toEqual([true]);
  });

  it('has none without addresses', async () => {
    expect(await within(700, 50)).toEqual([false]);
  });
});
