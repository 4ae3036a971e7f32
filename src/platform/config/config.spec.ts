import { readFileSync } from 'node:fs';
import { Config, settingNames } from './config.js';

const least = { DATABASE_URL: 'postgres://localhost/budkavle' };

describe('settings', () => {
  it('have defaults for everything but DATABASE_URL', () => {
    expect(Config.read(least).senders('TOPIC_SENDER')).toEqual([
      { provider: 'simulator', address: '+46701740699', unitsPerSecond: 100 },
    ]);
  });

  it('let a sender name its provider and its own rate', () => {
    const config = Config.read({ ...least, ALERT_SENDER: 'simulator:LuleaKommun@10,Kommunen' });
    expect(config.senders('ALERT_SENDER')).toEqual([
      { provider: 'simulator', address: 'LuleaKommun', unitsPerSecond: 10 },
      { provider: 'simulator', address: 'Kommunen', unitsPerSecond: 100 },
    ]);
    expect(config.providers).toEqual(['simulator']);
  });

  it('normalize the name of the municipality', () => {
    const name = 'Lulea\u030a\u00a0kommun\u200b';
    expect(Config.read({ ...least, MUNICIPALITY_NAME: name }).get('MUNICIPALITY_NAME')).toBe('Luleå kommun');
  });

  it('give calls a voice for each configured language, and always for Swedish and English', () => {
    expect(Config.read(least).voices).toMatchObject({ sv: { language: 'sv-SE' }, en: { language: 'en-GB' } });
    expect(Config.read({ ...least, VOICES: 'fi=fi-FI:Polly.Suvi-Neural, en=en-US' }).voices).toMatchObject({
      en: { language: 'en-US' },
      fi: { language: 'fi-FI', name: 'Polly.Suvi-Neural' },
    });
    for (const wrong of ['so=so-SO', 'sv=sv-FI', 'finska'])
      expect(() => Config.read({ ...least, VOICES: wrong })).toThrow('VOICES: write language=voice');
  });

  it('are the same settings as docs/settings.md lists', () => {
    const told = readFileSync('docs/settings.md', 'utf8').matchAll(/^\| (.*?) +\|/gm);
    const names = [...told].flatMap(([, cell]) => [...cell!.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(names.sort()).toEqual([...settingNames].sort());
  });

  it.each([
    [
      'a topic sender that is a name, because nobody can text STOPP to a name',
      { TOPIC_SENDER: 'LuleaKommun' },
      'TOPIC_SENDER',
    ],
    [
      'one sender for topics and alerts',
      { ALERT_SENDER: '+46701740699', TOPIC_SENDER: '+46701740699' },
      'an address stands twice',
    ],
    [
      'a simulator address that is the real Twilio',
      { SIMULATOR_URL: 'https://api.twilio.com' },
      'SIMULATOR_URL',
    ],
    ['a demo that reaches real phones', { PROVIDER: 'twilio', DEMO: 'true' }, 'DEMO'],
    [
      'a background map template without tile placeholders',
      { MAP_BACKGROUND_URL: 'https://karta.example.se/topo.png' },
      'MAP_BACKGROUND_URL',
    ],
    ['an unknown country', { DEFAULT_COUNTRY: 'XX' }, 'DEFAULT_COUNTRY'],
    [
      'an unknown provider',
      { ALERT_SENDER: 'carrier-pigeon:LuleaKommun' },
      'what stands before the colon must be a provider',
    ],
    [
      'a provider of real phones beside the simulator',
      { ALERT_SENDER: 'twilio:LuleaKommun', DEMO: 'true' },
      'some senders name a provider that reaches real phones',
    ],
    ['a rate that is not a number', { ALERT_SENDER: 'LuleaKommun@fast' }, 'ALERT_SENDER'],
  ])('refuse %s', (_what, given, told) => {
    expect(() => Config.read({ ...least, ...given })).toThrow(told);
  });

  it('allow the default secrets in the source only in a demo', () => {
    const start = (more: object) => Config.read({ ...least, ...more }).requireOwnSecrets();
    expect(() => start({})).toThrow(/SECRET_KEY.*\n.*TWILIO_AUTH_TOKEN/);
    expect(() => start({ SECRET_KEY: 'a'.repeat(32) })).toThrow('TWILIO_AUTH_TOKEN');
    expect(() => start({ DEMO: 'true' })).not.toThrow();
    expect(() => start({ SECRET_KEY: 'a'.repeat(32), TWILIO_AUTH_TOKEN: 'b'.repeat(32) })).not.toThrow();
  });
});
