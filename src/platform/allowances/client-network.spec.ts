import { networksOf } from './client-network.js';

describe('the networks a client comes from', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7', undefined, '192.0.2/24'],
    ['::ffff:192.0.2.7', '192.0.2.7', undefined, '192.0.2/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1:0/56', '2001:db8:1/48'],
    ['2001:0db8:0001:02ff::9', '2001:db8:1:2ff', '2001:db8:1:200/56', '2001:db8:1/48'],
    ['2001:db8::1', '2001:db8:0:0', '2001:db8:0:0/56', '2001:db8:0/48'],
    ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0:0/56', 'fe80:0:0/48'],
    ['::1', '0:0:0:0', '0:0:0:0/56', '0:0:0/48'],
  ])('the networks of %s are %s, %s and %s', (address, client, site, network) =>
    expect(networksOf(address)).toEqual({ client, ...(site && { site }), network }),
  );
});
