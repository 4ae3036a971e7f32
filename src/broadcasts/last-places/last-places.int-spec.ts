import { draft, Pipeline } from '../../../test/support/pipeline.js';
import { hire } from '../../../test/support/staff.js';

describe('the last places', () => {
  let pipeline: Pipeline;
  const place: Record<string, string> = {};

  beforeAll(async () => {
    pipeline = await Pipeline.start();
    const { scene } = pipeline;
    place['whole'] = await scene.municipality('Kommunen', { x: 0, y: 0, side: 10_000 });
    for (const [at, name] of ['Ett', 'Två', 'Tre', 'Fyra', 'Fem', 'Sex', 'Sju'].entries())
      place[name] = await scene.area(name, { x: 100 * at, y: 0, side: 90 });
    place['hus'] = await scene.property('Porsön 1:1', { x: 0, y: 500, side: 50 });
    await scene.address('Storgatan 1', { x: 10, y: 510, property: place['hus'] });
    await scene.settle();
  });
  afterAll(() => pipeline.stop());

  const write = async (author: typeof pipeline.anna, names: readonly string[], more: object = {}) => {
    const audience = { places: names.map((name) => place[name]), ...more };
    const answer = await pipeline.post(author, '/broadcasts', draft(audience));
    expect(answer.statusCode).toBe(201);
  };
  const names = async (): Promise<string[]> =>
    (await pipeline.get('/last-places')).json().map(({ name }: { name: string }) => name);

  it('are those of the member’s own alerts, the last first and each once', async () => {
    expect(await names()).toEqual([]);
    await write(pipeline.anna, ['Ett']);
    await write(pipeline.anna, ['Två']);
    await write(pipeline.anna, ['Ett']);
    const other = await hire(pipeline.app, 'Cecilia', ['author']);
    await write(other, ['Tre']);
    expect(await names()).toEqual(['Ett', 'Två']);
  });

  it('say the address by which a property was chosen', async () => {
    await write(pipeline.anna, ['hus'], { chosenBy: { [place['hus']!]: 'Storgatan 1' } });
    expect((await pipeline.get('/last-places')).json()[0]).toMatchObject({
      id: place['hus'],
      kind: 'property',
      address: 'Storgatan 1',
    });
  });

  it('are six at most, never the whole municipality, and none of a long list', async () => {
    await write(pipeline.anna, ['whole']);
    await write(pipeline.anna, ['Fyra', 'Fem', 'Sex', 'Sju']);
    expect(new Set((await names()).slice(0, 4))).toEqual(new Set(['Fyra', 'Fem', 'Sex', 'Sju']));
    expect(await names()).toHaveLength(6);
    await write(pipeline.anna, ['Tre', 'Fyra', 'Fem', 'Sex', 'Sju', 'Ett']);
    expect(await names()).not.toContain('Tre');
    expect(await names()).not.toContain('Kommunen');
  });

  it('leave out a place that has left the register', async () => {
    await write(pipeline.anna, ['Två']);
    expect((await names())[0]).toBe('Två');
    await pipeline.db.query('UPDATE place SET valid_to = now() WHERE id = $1', [place['Två']]);
    expect(await names()).not.toContain('Två');
  });
});
