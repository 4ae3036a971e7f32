import type { Listed } from './story.js';

interface Entry {
  readonly sid: string;
  readonly to: string;
  readonly kind: 'sms' | 'call';
  readonly status: string;
  readonly at: number;
}

/**
 * What the provider lists for each phone. Each entry has the broadcast that it was sent for, and the broadcasts that
 * claim it in our ledger. Where they differ, a doubt was resolved wrongly.
 */
export class ProviderList {
  private readonly entries = new Map<string, Omit<Listed, 'claimedBy'>[]>();
  private readonly claims = new Map<string, Set<string>>();

  /** @param of name of the broadcast that it was sent for, by its token */
  add({ to, sid, kind, status, at }: Entry, of: string | undefined): void {
    const entry = { sid, kind, status, at, of };
    const known = this.entries.get(to);
    if (known) known.push(entry);
    else this.entries.set(to, [entry]);
  }

  /** Notes that a row or an event of the broadcast has this reference. */
  claim(ref: unknown, broadcast: string): void {
    if (typeof ref !== 'string') return;
    const known = this.claims.get(ref);
    if (known) known.add(broadcast);
    else this.claims.set(ref, new Set([broadcast]));
  }

  of(phone: string): Listed[] {
    return (this.entries.get(phone) ?? []).map((entry) => ({
      ...entry,
      claimedBy: [...(this.claims.get(entry.sid) ?? [])],
    }));
  }
}
