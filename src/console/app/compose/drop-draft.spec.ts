import { dropDraft } from './drop-draft.js';

describe('dropDraft', () => {
  const asked: string[] = [];
  let state: string;
  beforeAll(() => {
    Object.assign(globalThis, { document: { documentElement: { lang: 'sv' } } });
    jest.spyOn(globalThis, 'fetch').mockImplementation((url, options) => {
      asked.push(`${options?.method} ${url as string}`);
      return Promise.resolve(Response.json({ id: 'b1', state }));
    });
  });
  beforeEach(() => asked.splice(0));
  afterAll(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'document');
  });

  it('cancels an abandoned draft', async () => {
    state = 'draft';
    await dropDraft('b1');
    expect(asked).toEqual(['GET /api/v1/broadcasts/b1', 'POST /api/v1/broadcasts/b1/cancellation']);
  });

  it.each(['pending-approval', 'approved', 'sending', 'completed'])(
    'leaves a broadcast alone when its state is %s',
    async (taken) => {
      state = taken;
      await dropDraft('b1');
      expect(asked).toEqual(['GET /api/v1/broadcasts/b1']);
    },
  );
});
