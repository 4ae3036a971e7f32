import { testConfig } from '../../../test/support/app.js';
import { FakeNetworks } from '../../../test/support/fake-networks.js';
import { Pipeline } from '../../../test/support/pipeline.js';
import { hire } from '../../../test/support/staff.js';
import type { Config } from '../../platform/config/config.js';
import { examineSocial } from './examine-social.js';

describe('what the doctor says about social media', () => {
  let pipeline: Pipeline;
  let networks: FakeNetworks;
  let config: Config;
  beforeAll(async () => {
    pipeline = await Pipeline.start();
    networks = new FakeNetworks(pipeline, await hire(pipeline.app, 'Ada', ['admin']));
    config = await testConfig(settings());
  });
  beforeEach(() => pipeline.db.query('DELETE FROM social_account'));
  afterEach(() => networks.faults());
  afterAll(() => pipeline.stop());

  const settings = () => ({
    SOCIAL_ALLOWED_HOSTS: '127.0.0.1',
    FACEBOOK_GRAPH_URL: `${pipeline.simulator.url}/graph/v25.0`,
  });
  const findings = async (of = config) =>
    (await examineSocial(of)).map(({ kind, what }) => `${kind}: ${what}`);

  it('is nothing without accounts, or with one that is off', async () => {
    await networks.account('mastodon', { active: false });
    expect(await findings()).toEqual([]);
  });

  it('is that each account can post', async () => {
    await networks.account('mastodon');
    await networks.account('facebook');
    expect(await findings()).toEqual([
      expect.stringMatching(/^ok: The account @\S+ \(mastodon\) can post$/u),
      expect.stringMatching(/^ok: The account \S+ \(facebook\) can post$/u),
    ]);
  });

  it('is a problem with a token that is refused, and with a network that is down', async () => {
    await networks.account('mastodon');
    await networks.account('facebook');
    await networks.faults(
      { network: 'mastodon', on: 'verify', answer: { status: 401 } },
      { network: 'facebook', on: 'verify', answer: { status: 503 } },
    );
    expect(await findings()).toEqual([
      expect.stringMatching(/^problem: .* token that is refused$/u),
      expect.stringMatching(/^problem: .* can’t be checked: 503$/u),
    ]);
  });

  it('is a problem after SECRET_KEY was changed', async () => {
    await networks.account('mastodon');
    const other = await testConfig({
      ...settings(),
      SECRET_KEY: 'another key of more than thirty-two characters',
    });
    expect(await findings(other)).toEqual([expect.stringMatching(/token that can’t be read$/u)]);
  });
});
