import { lookup as resolveHost, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

/** Whether a connection to this IP address is allowed. */
export type AllowsAddress = (address: string) => boolean;

type Resolve = (
  host: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

export class HostNotAllowed extends Error {
  override readonly message = 'the host is not on the public internet';
}

/**
 * A host that is an IP address is not looked up, so it is checked here. `URL` has written other notations of it, such as
 * `0x7f.1`, in the usual digits.
 *
 * @throws HostNotAllowed
 */
export function requireAllowedHost({ hostname }: URL, allows: AllowsAddress): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !allows(host)) throw new HostNotAllowed();
}

/**
 * Looks a name up for a connection. The connection gets only addresses that were checked, so a second answer of the DNS
 * can't change them. One address that is not allowed refuses the name.
 */
export const guardedLookup =
  (allows: AllowsAddress, resolve: Resolve = resolveHost): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) done(error, '');
      else if (found.length === 0 || !found.every(({ address }) => allows(address)))
        done(new HostNotAllowed(), '');
      else if (options.all) done(null, found);
      else done(null, found[0]!.address, found[0]!.family);
    });
  };
