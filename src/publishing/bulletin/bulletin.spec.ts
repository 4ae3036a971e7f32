import type { Config } from '../../platform/config/config.js';
import { CapChains } from '../cap/cap-chains.js';
import type { PublicAddresses } from '../public-addresses.js';
import { Bulletin } from './bulletin.js';
import type { BulletinRepository, Stored } from './bulletin.repository.js';
import type { PublishedBroadcast } from './public-incident.js';

const [a, b] = ['a', 'b'].map((end) => `0190b0f0-0000-7000-8000-00000000000${end}`) as [string, string];
const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 29, 12, minutes));
/** Without the fields that make no difference here. */
const stored = (id: string, more: object = {}): unknown => ({
  ...{ id, root: id, says: id, relation: null, code: null, topic: null, department: null },
  ...{ lane: 'urgent', sentAt: at(0), expiresAt: at(60), ...more },
  texts: [{ language: 'sv', sms: 'Koka vattnet.' }],
});
const broadcast = (id: string, more: object = {}) => stored(id, more) as PublishedBroadcast;

/** A bulletin whose database and clock are told what to say. */
class Scene {
  now = at(1);
  stored: Stored = { broadcasts: [broadcast(a), broadcast(b)], topics: [], gone: [] };
  private monotonic = 0;
  private readonly config = {
    get: (name: string) => (name === 'MUNICIPALITY_NAME' ? 'Alavik' : undefined),
    publicUrl: 'https://alavik.example',
  } as unknown as Config;
  readonly bulletin = new Bulletin(
    {
      mark: () => Promise.resolve({ mark: JSON.stringify(this.stored), at: '' }),
      recent: () => Promise.resolve(this.stored),
    } as unknown as BulletinRepository,
    { now: () => this.now },
    this.config,
  );
  readonly chains = new CapChains(
    this.config,
    { pageOf: () => '' } as unknown as PublicAddresses,
    this.bulletin,
  );

  constructor() {
    jest.spyOn(performance, 'now').mockImplementation(() => this.monotonic);
  }

  /** What is read once the database has been asked again. */
  async edition() {
    this.monotonic += 5_000;
    return (await this.bulletin.read()).edition;
  }
}

describe('an edition', () => {
  let scene: Scene;
  beforeEach(() => {
    scene = new Scene();
  });
  afterEach(() => jest.restoreAllMocks());

  const endings = async () => (await scene.edition()).incidents.map(({ id, over }) => [id, over?.by]);

  it('has incidents that have not changed as the same objects, so that their CAP messages are kept', async () => {
    const before = await scene.edition();
    const chains = scene.chains.in(before);
    scene.stored = {
      ...scene.stored,
      broadcasts: [broadcast(a), broadcast(b, { cancelledAt: at(2) })],
    };
    const after = await scene.edition();
    expect(after.id).not.toBe(before.id);
    const [changed, same] = scene.chains.in(after);
    expect([changed?.incident.id, same?.incident.id]).toEqual([b, a]);
    expect(chains).toContain(same);
    expect(changed?.messages).toHaveLength(2);
  });

  it('is right again when a clock that was an hour ahead is put back', async () => {
    scene.now = at(61);
    expect(await endings()).toEqual([
      [b, 'expiry'],
      [a, 'expiry'],
    ]);
    scene.now = at(2);
    expect(await endings()).toEqual([
      [b, undefined],
      [a, undefined],
    ]);
  });
});
