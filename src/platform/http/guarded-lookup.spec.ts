import type { LookupAddress } from 'node:dns';
import { guardedLookup, requireAllowedHost } from './guarded-lookup.js';
import { isPublicAddress } from './public-address.js';

/** Answers each question with the next of these. */
const resolver =
  (...answers: readonly (readonly string[])[]) =>
  (_: string, __: object, done: (error: null, found: LookupAddress[]) => void) => {
    const [next = [], ...rest] = answers;
    answers = rest;
    done(
      null,
      next.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };

type LookUp = ReturnType<typeof guardedLookup>;
const ask = (lookUp: LookUp, all: boolean): Promise<unknown> =>
  new Promise((resolve, reject) =>
    lookUp('hook.example', { all }, (error, found) => (error ? reject(error) : resolve(found))),
  );

describe('looking up the host of an address that somebody gave', () => {
  it('gives the connection the public addresses', async () => {
    const found = ['93.184.216.34', '2606:2800:220:1::1'];
    expect(await ask(guardedLookup(isPublicAddress, resolver(found)), true)).toEqual([
      { address: found[0], family: 4 },
      { address: found[1], family: 6 },
    ]);
    expect(await ask(guardedLookup(isPublicAddress, resolver(found)), false)).toBe(found[0]);
  });

  it.each([
    ['a private address', ['10.0.0.1']],
    ['this machine', ['::1']],
    ['one public and one private address', ['93.184.216.34', '192.168.0.1']],
    ['an IPv4 address inside IPv6', ['::ffff:127.0.0.1']],
    ['nothing', []],
  ])('refuses a name that resolves to %s', async (_what, found) => {
    for (const all of [true, false])
      await expect(ask(guardedLookup(isPublicAddress, resolver(found)), all)).rejects.toThrow(
        'not on the public internet',
      );
  });

  it('checks each answer: a name that was public at the first question may be private at the second', async () => {
    const lookUp = guardedLookup(isPublicAddress, resolver(['93.184.216.34'], ['127.0.0.1']));
    expect(await ask(lookUp, false)).toBe('93.184.216.34');
    await expect(ask(lookUp, false)).rejects.toThrow('not on the public internet');
  });
});

describe('an address whose host is an IP address', () => {
  it.each(['https://93.184.216.34/', 'https://[2606:2800:220:1::1]/', 'https://hook.example/'])(
    '%s may be connected to',
    (address) => expect(() => requireAllowedHost(new URL(address), isPublicAddress)).not.toThrow(),
  );

  it.each([
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '0177.0.0.1',
    '0',
    '0.0.0.0',
    '%31%32%37.0.0.1',
    '１２７.0.0.1',
    '127。0。0。1',
    '127.0.0.1.',
    '10.0.0.1',
    '0xa.1',
    '172.16.5.4',
    '192.168.1.1',
    '169.254.169.254',
    '0xa9fea9fe',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:8.8.8.8]',
    '[::127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b:1::10.0.0.1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[fe80::1]',
    '[fec0::1]',
    '[fc00::1]',
    '[fd12:3456::1]',
    '[ff02::1]',
  ])('%s is refused', (host) =>
    expect(() => requireAllowedHost(new URL(`https://${host}/`), isPublicAddress)).toThrow(
      'not on the public internet',
    ),
  );
});
