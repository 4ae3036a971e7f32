import { channels } from '../../kernel/channel.js';
import type { Channel } from '../../kernel/channel.js';
import { Provider, type LookUp, type OutboundMessage, type SendOutcome } from './provider.js';

/** What the provider did not answer, for staff to see. */
export interface LookUpWatch {
  /** Of each question: what was asked, and why there was no answer, if there was none. */
  note(question: AskedQuestion, failed: string | undefined): void;
}

const kinds = ['fetch', 'list', 'cancel'] as const;
export type LookUpQuestion = `${(typeof kinds)[number]}-${Channel}`;
export const lookUpQuestions = kinds.flatMap((kind) =>
  channels.map((channel): LookUpQuestion => `${kind}-${channel}`),
) as [LookUpQuestion, ...LookUpQuestion[]];

/** The question, and behind a space the provider that was asked, unless it is the configured one. */
export type AskedQuestion = LookUpQuestion | `${LookUpQuestion} ${string}`;

/** Who stands behind a front. */
export interface Behind {
  readonly name: string;
  /** Whether it is the configured one. */
  readonly isUsual: boolean;
  readonly reachesPhones: boolean;
}

/**
 * Stands in front of every provider, so that no provider's own code can forget it: an exercise and a
 * generated number never reach a real phone, by text, call or code, and a question without an answer is noted.
 */
export class ProviderFront extends Provider {
  private asks = true;

  constructor(
    private readonly who: Behind,
    private readonly behind: Provider,
    private readonly watch: LookUpWatch,
  ) {
    super();
  }

  async send(message: OutboundMessage): Promise<SendOutcome> {
    if (this.who.reachesPhones) {
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

  examine() {
    return this.behind.examine();
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
    if (this.asks)
      this.watch.note(this.who.isUsual ? question : `${question} ${this.who.name}`, answer.failed);
    return answer;
  }
}
