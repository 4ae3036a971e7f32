import type { SignedIn } from '../api/contract.js';

/** As the API decides it; the page only spares people what it would refuse. */
export const maySaveAreas = (member: SignedIn | undefined): boolean =>
  ['service-owner', 'duty-officer'].some((role) => member?.roles.includes(role));
