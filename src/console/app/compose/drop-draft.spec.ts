import { dropDraft } from './drop-draft.js';

describe('a draft that nobody goes on with', () => {
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

  it('is cancelled', async () => {
    state = 'draft';
    await dropDraft('b1');
    expect(asked).toEqual(['GET /api/v1/broadcasts/b1', 'POST /api/v1/broadcasts/b1/cancellation']);
  });

  it.each(['pending-approval', 'approved', 'sending', 'completed'])(
    'is left alone when somebody took it on: %s',
    async (taken) => {
      state = taken;
      await dropDraft('b1');
      expect(asked).toEqual(['GET /api/v1/broadcasts/b1']);
    },
  );
});
