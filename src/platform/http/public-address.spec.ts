import { isPublicAddress } from './public-address.js';

describe('an address of the public internet', () => {
  it.each(['8.8.8.8', '172.32.0.1', '193.10.0.1', '2a00:1450:400f::1', '2606:4700::1111'])(
    'is %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '192.0.0.8',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.1',
    '240.0.0.1',
    '::7f00:1',
    '64:ff9b:1::a00:1',
    '100::1',
    'fec0::1',
    '2001:db8::1',
    '3fff::1',
    '2002:7f00:1::',
    '2001:0:1::',
    'localhost',
    '',
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false));
});
