import type { Listed } from './story.js';

interface Entry {
  readonly sid: string;
  readonly to: string;
  readonly kind: 'sms' | 'call';
  readonly status: string;
  readonly at: number;
}

/** What the provider lists for each phone, whose it is, and whose our ledger takes it for: a doubt goes wrong where they differ. */
export class ProviderList {
  private readonly entries = new Map<string, Omit<Listed, 'claimedBy'>[]>();
  private readonly claims = new Map<string, Set<string>>();

  /** @param of name of the broadcast it was sent for, as its token tells */
  add({ to, sid, kind, status, at }: Entry, of: string | undefined): void {
    const entry = { sid, kind, status, at, of };
    const known = this.entries.get(to);
    if (known) known.push(entry);
    else this.entries.set(to, [entry]);
  }

  /** A row of the broadcast, or an event of it, has it for its own. */
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
