import { aMessage } from '../../../test/support/messages.js';
import {
  Provider,
  type LookUp,
  type OutboundMessage,
  type ProviderStatus,
  type SendOutcome,
} from './provider.js';
import { ProviderFront } from './provider-front.js';

/** A provider without any guard of its own. */
class MadeUp extends Provider {
  readonly sent: OutboundMessage[] = [];
  answer: LookUp<never> | undefined;
  send(message: OutboundMessage): Promise<SendOutcome> {
    this.sent.push(message);
    return Promise.resolve({ kind: 'accepted', providerRef: 'x-1' });
  }
  fetch = (): Promise<LookUp<ProviderStatus | undefined>> =>
    Promise.resolve(this.answer ?? { found: undefined });
  cancel = (): Promise<LookUp<ProviderStatus | undefined>> =>
    Promise.resolve(this.answer ?? { found: undefined });
  listSince = () => Promise.resolve(this.answer ?? { found: [] });
  examine = () => Promise.resolve([]);
  stopLookUps = (): void => undefined;
  close = (): Promise<void> => Promise.resolve();
}

describe('the front of a provider', () => {
  const noted: [string, string | undefined][] = [];
  const behind = (reachesPhones: boolean, isUsual = true) => {
    const provider = new MadeUp();
    const watch = { note: (...note: [string, string | undefined]) => void noted.push(note) };
    return {
      provider,
      front: new ProviderFront({ name: 'made-up', isUsual, reachesPhones }, provider, watch),
    };
  };
  const real = () => behind(true);
  beforeEach(() => void noted.splice(0));

  const message = aMessage();
  const everyKind = (['sms', 'voice'] as const).flatMap((channel) =>
    [true, false].map((isCode) => ({ channel, isCode })),
  );

  it.each(everyKind)('blocks an exercise to real phones: %j', async (kind) => {
    const { provider, front } = real();
    const outcome = await front.send({ ...message, ...kind, exercise: true });
    expect(outcome).toEqual({ kind: 'rejected', reason: 'exercise' });
    expect(provider.sent).toEqual([]);
  });

  it.each(everyKind)('blocks a generated number: %j', async (kind) => {
    const { provider, front } = real();
    const outcome = await front.send({ ...message, ...kind, generated: true });
    expect(outcome).toEqual({ kind: 'rejected', reason: 'generated-number' });
    expect(provider.sent).toEqual([]);
  });

  it('passes everything else on, and everything to the simulator', async () => {
    const { provider, front } = real();
    expect(await front.send(message)).toEqual({ kind: 'accepted', providerRef: 'x-1' });
    expect(provider.sent).toEqual([message]);
    const simulated = behind(false);
    await simulated.front.send({ ...message, exercise: true, generated: true });
    expect(simulated.provider.sent).toHaveLength(1);
  });

  it('records which questions are answered and which are not', async () => {
    const { provider, front } = real();
    await front.fetch('voice', 'x-1');
    provider.answer = { failed: '20003' };
    expect(await front.listSince('sms', message.to, new Date())).toEqual({ failed: '20003' });
    await front.cancel('voice', 'x-1');
    expect(noted).toEqual([
      ['fetch-voice', undefined],
      ['list-sms', '20003'],
      ['cancel-voice', '20003'],
    ]);
  });

  it('names the provider in its records, unless it is the configured one', async () => {
    const { front } = behind(true, false);
    await front.fetch('sms', 'x-1');
    expect(noted).toEqual([['fetch-sms made-up', undefined]]);
  });

  it('records no failure after the shutdown has begun', async () => {
    const { provider, front } = real();
    front.stopLookUps();
    provider.answer = { failed: 'UND_ERR_DESTROYED' };
    await front.fetch('sms', 'x-1');
    expect(noted).toEqual([]);
  });
});
