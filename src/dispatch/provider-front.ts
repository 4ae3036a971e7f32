import { Config } from '../platform/config/config.js';
import type { Channel } from '../kernel/channel.js';
import { Provider, type LookUp, type OutboundMessage, type SendOutcome } from './provider.js';

/** What the provider did not answer, for staff to see. */
export interface LookUpWatch {
  /** Of each question: what was asked, and why there was no answer, if there was none. */
  note(question: LookUpQuestion, failed: string | undefined): void;
}

export type LookUpQuestion = `${'fetch' | 'list' | 'cancel'}-${Channel}`;

/**
 * Stands in front of whichever provider is configured, so that no provider's own code can forget it: an exercise and a
 * generated number never reach a real phone, by text, call or code, and a question without an answer is noted.
 */
export class ProviderFront extends Provider {
  private asks = true;

  constructor(
    private readonly config: Config,
    private readonly behind: Provider,
    private readonly watch: LookUpWatch,
  ) {
    super();
  }

  async send(message: OutboundMessage): Promise<SendOutcome> {
    // Every provider reaches real phones, except the simulator.
    if (this.config.get('PROVIDER') !== 'simulator') {
      if (message.generated) return { kind: 'rejected', reason: 'generated-number' };
      if (message.exercise) return { kind: 'rejected', reason: 'exercise' };
    }
    return this.behind.send(message);
  }

  fetch(channel: Channel, providerRef: string) {
    return this.watched(`fetch-${channel}`, this.behind.fetch(channel, providerRef));
  }

  listSince(channel: Channel, to: string, since: Date) {
    return this.watched(`list-${channel}`, this.behind.listSince(channel, to, since));
  }

  cancel(channel: Channel, providerRef: string) {
    return this.watched(`cancel-${channel}`, this.behind.cancel(channel, providerRef));
  }

  stopLookUps(): void {
    // What fails from here on was given up by us.
    this.asks = false;
    this.behind.stopLookUps();
  }

  close(): Promise<void> {
    return this.behind.close();
  }

  private async watched<T>(question: LookUpQuestion, asked: Promise<LookUp<T>>): Promise<LookUp<T>> {
    const answer = await asked;
    if (this.asks) this.watch.note(question, answer.failed);
    return answer;
  }
}
