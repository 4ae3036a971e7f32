import type { UnreachedAddress } from '../../api/answers.js';

export interface StreetOfAddresses {
  readonly name: string;
  readonly addresses: readonly UnreachedAddress[];
}

/** Groups addresses by street. They arrive in walking order, one street at a time. */
export function byStreet(addresses: readonly UnreachedAddress[]): StreetOfAddresses[] {
  const streets: { name: string; addresses: UnreachedAddress[] }[] = [];
  for (const address of addresses) {
    const name = address.locality === null ? address.street : `${address.street}, ${address.locality}`;
    const last = streets.at(-1);
    if (last?.name === name) last.addresses.push(address);
    else streets.push({ name, addresses: [address] });
  }
  return streets;
}
