import { draft, Pipeline } from '../../test/support/pipeline.js';

const mobile = '+46701740631';

describe('a property that was chosen by an address', () => {
  let pipeline: Pipeline;
  let property: string;
  let municipality: string;
  let block: string;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    const { scene } = pipeline;
    property = await scene.property('Innerstaden 1:11', { x: 0, y: 0, side: 50 });
    block = await scene.block('Linden', { x: 0, y: 0, side: 200 });
    municipality = await scene.municipality('Luleå kommun', { x: 0, y: 0, side: 1000 });
    await (await scene.address('Storgatan 12 A', { x: 10, y: 10, property })).phone(mobile);
    await scene.address('Storgatan 14', { x: 60, y: 10 });
    await scene.settle();
  });
  afterAll(() => pipeline.stop());

  const written = async (audience: object) =>
    (await pipeline.post(pipeline.anna, '/broadcasts', draft(audience))).json();

  it('is named by both, as the register writes them, which does not change whom it reaches', async () => {
    const named = await written({ places: [property], chosenBy: { [property]: 'storgatan  12 a' } });
    expect(named).toMatchObject({
      audienceName: 'Storgatan 12 A (Innerstaden 1:11)',
      audience: { places: [property], chosenBy: { [property]: 'Storgatan 12 A' } },
      preview: { phones: { mobile: 1 } },
    });
    const read = (await pipeline.get(`/broadcasts/${named.id}`)).json();
    expect(read.audience).toEqual(named.audience);
    expect((await written({ places: [property] })).preview).toEqual(named.preview);
  });

  it.each<[string, () => string, string, string]>([
    ['another address', () => property, 'Storgatan 14', 'Innerstaden 1:11'],
    ['part of a name', () => property, 'Storgatan', 'Innerstaden 1:11'],
    ['an address of a whole block', () => block, 'Storgatan 12 A', 'Linden'],
    ['an address of the whole municipality', () => municipality, 'Storgatan 12 A', 'Luleå kommun'],
  ])('is not named by %s', async (_what, place, name, audienceName) => {
    const answer = await written({ places: [place()], chosenBy: { [place()]: name } });
    expect(answer.audienceName).toBe(audienceName);
    expect(answer.audience).toEqual({ places: [place()] });
  });

  it('is also named where it is left out, and the name is part of what is approved', async () => {
    const audience = { places: [block], minus: { places: [property] } };
    const [bare, named] = [
      await written({ places: [property] }),
      await written({ places: [property], chosenBy: { [property]: 'Storgatan 12 A' } }),
    ];
    const hashes = await Promise.all(
      [bare, named].map(async ({ id }) =>
        (await pipeline.post(pipeline.anna, `/broadcasts/${id}/submission`)).json(),
      ),
    );
    expect(hashes[0].contentHash).not.toBe(hashes[1].contentHash);
    const without = await written({ ...audience, chosenBy: { [property]: 'Storgatan 12 A' } });
    expect(without.audienceName).toBe('Linden, utom Storgatan 12 A (Innerstaden 1:11)');
  });

  it('shows the block that holds all its addresses, and none if several blocks share them', async () => {
    const blockOf = async (id: string) => (await pipeline.get(`/places/${id}`)).json().block;
    expect(await blockOf(property)).toEqual({ id: block, name: 'Linden' });
    expect(await blockOf(block)).toBeUndefined();
    const { scene } = pipeline;
    const wide = await scene.property('Innerstaden 2:1', { x: 180, y: 0, side: 60 });
    await scene.address('Kyrkogatan 1', { x: 190, y: 10, property: wide });
    await scene.address('Kyrkogatan 3', { x: 230, y: 10, property: wide });
    await scene.settle();
    expect(await blockOf(wide)).toBeUndefined();
  });
});
