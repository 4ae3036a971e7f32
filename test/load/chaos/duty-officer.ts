import type { Staff } from '../rig/staff.js';

interface SenderShown {
  readonly id: string;
  readonly stopped?: { readonly reason: string };
}

/** Starts senders again that were stopped after a provider's refusal, as a person on duty would. */
export class DutyOfficer {
  /** How often a sender was started again. */
  restarted = 0;

  constructor(private readonly staff: Staff) {}

  /** @returns the ids of the senders that had been stopped */
  async startAgain(): Promise<string[]> {
    const senders = await this.staff.call<SenderShown[]>(0, 'GET', '/senders');
    const stopped = senders.filter((sender) => sender.stopped);
    for (const { id } of stopped) {
      await this.staff.call(0, 'DELETE', `/senders/${id}/stop`);
      this.restarted += 1;
    }
    return stopped.map(({ id }) => id);
  }
}
