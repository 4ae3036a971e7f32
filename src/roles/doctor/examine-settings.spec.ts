import { Config } from '../../platform/config/config.js';
import { examineSettings } from './examine-settings.js';

const found = (env: Record<string, string>) =>
  examineSettings(
    Config.read({ DATABASE_URL: 'postgres://localhost/a', CONTACT_PHONE: '0920-45 30 00', ...env }),
  ).map(({ kind, what }) => `${kind} ${what}`);
const secrets = { SECRET_KEY: 'a'.repeat(32), TWILIO_AUTH_TOKEN: 'b'.repeat(32) };

describe('examineSettings', () => {
  it('reports default secrets as a problem, except in a demo', () => {
    expect(found({})).toEqual([
      expect.stringMatching(/^problem SECRET_KEY/),
      expect.stringMatching(/^problem TWILIO_AUTH_TOKEN/),
    ]);
    expect(found({ DEMO: 'true' })).toEqual([expect.stringMatching(/^ok/)]);
  });

  it('reports https without a trusted proxy as a problem', () => {
    const https = { ...secrets, PUBLIC_URL: 'https://sms.example.se' };
    expect(found(https)).toEqual([expect.stringMatching(/^problem .*none is trusted/)]);
    expect(found({ ...https, TRUSTED_PROXIES: '1' })).toEqual([expect.stringMatching(/^ok/)]);
  });

  it('advises to set contact details for residents', () => {
    expect(found({ ...secrets, CONTACT_PHONE: '' })).toEqual([
      expect.stringMatching(/^advice .*no contact details/),
    ]);
  });
});
