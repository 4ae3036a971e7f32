import { channels } from '../../kernel/channel.js';
import type { Channel } from '../../kernel/channel.js';
import { Provider, type LookUp, type OutboundMessage, type SendOutcome } from './provider.js';

/** Records which questions the provider did not answer, for staff to see. */
export interface LookUpWatch {
  /** Records the result of a question: why there was no answer, or undefined if there was one. */
  note(question: AskedQuestion, failed: string | undefined): void;
}

const kinds = ['fetch', 'list', 'cancel'] as const;
export type LookUpQuestion = `${(typeof kinds)[number]}-${Channel}`;
export const lookUpQuestions = kinds.flatMap((kind) =>
  channels.map((channel): LookUpQuestion => `${kind}-${channel}`),
) as [LookUpQuestion, ...LookUpQuestion[]];

/** The question. If it was not the configured provider that was asked, its name follows after a space. */
export type AskedQuestion = LookUpQuestion | `${LookUpQuestion} ${string}`;

/** The provider behind a front. */
export interface Behind {
  readonly name: string;
  /** Whether it is the configured provider. */
  readonly isUsual: boolean;
  readonly reachesPhones: boolean;
}

/**
 * Wraps every provider, so that no provider's own code can forget this: an exercise and a generated number never reach
 * a real phone, by text, call or code, and unanswered questions are recorded.
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
    // Failures after this point are caused by our own shutdown.
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
