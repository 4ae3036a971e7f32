import type { SignedIn } from '../api/contract.js';

const hasOne = (member: SignedIn | undefined, roles: readonly string[]): boolean =>
  roles.some((role) => member?.roles.includes(role));

/** As the API decides it; the page only spares people what it would refuse. */
export const maySee = (member: SignedIn | undefined): boolean =>
  hasOne(member, ['service-owner', 'duty-officer', 'admin']);
export const mayLookUp = (member: SignedIn | undefined): boolean =>
  hasOne(member, ['service-owner', 'duty-officer']);
export const mayChange = (member: SignedIn | undefined): boolean => hasOne(member, ['service-owner']);
export const mayErase = (member: SignedIn | undefined): boolean => hasOne(member, ['service-owner', 'admin']);
