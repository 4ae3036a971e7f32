import { checkDemoKeys } from './demo-people.js';
import { environmentOfRoles, readDemoSettings } from './demo-settings.js';

describe('the settings of the demo', () => {
  it('have defaults for everything, and 20 calls per second', () => {
    const settings = readDemoSettings({});
    expect(settings.get('DEMO')).toBe(true);
    expect(settings.get('CALLS_PER_SECOND')).toBe(20);
  });

  it('can be overridden by the environment', () => {
    expect(readDemoSettings({ CALLS_PER_SECOND: '3' }).get('CALLS_PER_SECOND')).toBe(3);
  });

  it('refuse a real provider', () => {
    expect(() => readDemoSettings({ PROVIDER: 'twilio' })).toThrow(/DEMO: cannot be on/);
  });

  it('give the same addresses and keys to every role', () => {
    const settings = readDemoSettings({ PORT: '4000', SIMULATOR_PORT: '4001' });
    expect(environmentOfRoles({ PORT: '4000' }, settings, 'postgres://here', ['a', 'b'])).toMatchObject({
      DATABASE_URL: 'postgres://here',
      BUDKAVLE_DEMO_KEYS: 'a,b',
      PUBLIC_URL: 'http://localhost:4000',
      SIMULATOR_URL: 'http://127.0.0.1:4001',
      SOCIAL_ALLOWED_HOSTS: '127.0.0.1',
      FACEBOOK_GRAPH_URL: 'http://127.0.0.1:4001/graph/v25.0',
      DEMO: 'true',
    });
  });

  it.each([[['one']], [['same', 'same']], [['one', 'two', 'three']], [['with space', 'two']], [[]]])(
    'refuse %j as keys of two people',
    (keys) => {
      expect(() => checkDemoKeys(keys)).toThrow(/BUDKAVLE_DEMO_KEYS/);
    },
  );
});
