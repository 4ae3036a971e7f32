import { Webhook } from 'standardwebhooks';
import { signedHeaders } from './sign.js';
import { newSecret, openSecret, sealSecret } from './webhook-secret.js';

describe('the signature of a webhook', () => {
  const message = { id: 'c1', at: new Date(), body: JSON.stringify({ type: 'webhook.test', text: 'åäö' }) };
  const verify = (secret: string, secrets: readonly string[], body = message.body) =>
    new Webhook(secret).verify(body, signedHeaders(message, secrets));

  it('is accepted by the verifier of Standard Webhooks', () => {
    const secret = newSecret();
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(verify(secret, [secret])).toMatchObject({ text: 'åäö' });
  });

  it('is accepted with either secret during a rotation', () => {
    const [current, previous] = [newSecret(), newSecret()];
    for (const secret of [current, previous]) expect(() => verify(secret, [current, previous])).not.toThrow();
    expect(() => verify(previous, [current])).toThrow('No matching signature');
  });

  it('does not fit another body', () => {
    const secret = newSecret();
    expect(() => verify(secret, [secret], message.body.replace('åäö', 'aao'))).toThrow(
      'No matching signature',
    );
  });

  it('has the time of the try in seconds, and the id of the message', () => {
    expect(signedHeaders({ ...message, at: new Date(1_700_000_000_900) }, [])).toMatchObject({
      'webhook-id': 'c1',
      'webhook-timestamp': '1700000000',
    });
  });
});

describe('a secret that is kept', () => {
  const key = 'k'.repeat(32);
  it('is read again only with the same SECRET_KEY, for its own endpoint', () => {
    const secret = newSecret();
    const kept = sealSecret(secret, 'endpoint 1', key);
    expect(openSecret(kept, 'endpoint 1', key)).toBe(secret);
    expect(openSecret(kept, 'endpoint 2', key)).toBeUndefined();
    expect(openSecret(kept, 'endpoint 1', 'o'.repeat(32))).toBeUndefined();
  });
});
