import { isIPv6 } from 'node:net';

/**
 * The networks that contain one client, narrowest first. IPv4: the address and its /24. IPv6: the /64 of one device or
 * household, then the /56 and the /48. A provider gives one customer a /56 or /48, and the customer can use any address
 * in it at no cost.
 */
export interface ClientNetworks {
  readonly client: string;
  /** IPv6 only: the /56. */
  readonly site?: string;
  /** The /24 or the /48. */
  readonly network: string;
}

export function networksOf(address: string): ClientNetworks {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (!isIPv6(mapped)) return { client: mapped, network: `${mapped.split('.').slice(0, 3).join('.')}/24` };
  const [a, b, c, d] = firstFourGroups(mapped);
  return {
    client: [a, b, c, d].map(hex).join(':'),
    site: `${[a, b, c, d & 0xff00].map(hex).join(':')}/56`,
    network: `${[a, b, c].map(hex).join(':')}/48`,
  };
}

const hex = (group: number): string => group.toString(16);

function firstFourGroups(address: string): [number, number, number, number] {
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after].map((group) => parseInt(group, 16));
  return [groups[0] ?? 0, groups[1] ?? 0, groups[2] ?? 0, groups[3] ?? 0];
}
