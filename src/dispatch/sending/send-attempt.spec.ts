import { aSender, onlyProvider } from '../../../test/support/messages.js';
import type { Config } from '../../platform/config/config.js';
import type { OutboundMessage, Provider } from '../providers/provider.js';
import type { AttemptRecorder } from './attempt-recorder.js';
import { SendAttempt, type OutgoingAttempt } from './send-attempt.js';

describe('an attempt', () => {
  const asked: OutboundMessage[] = [];
  const results: unknown[] = [];
  const provider = {
    send: (message: OutboundMessage) => {
      asked.push(message);
      return Promise.resolve({ kind: 'in-doubt', reason: 'timeout' });
    },
  } as unknown as Provider;
  const recorder = {
    record: (_broadcast: string, _channel: string, { result }: { result: unknown }) => {
      results.push(result);
      return Promise.resolve();
    },
  } as unknown as AttemptRecorder;
  const pace = { inFlight: () => ({ leave: () => undefined }) };
  const nothing = undefined as never;
  const attempt = new SendAttempt(
    onlyProvider({ provider }),
    recorder,
    pace as never,
    nothing,
    { voices: {} } as unknown as Config,
    nothing,
    nothing,
    nothing,
  );
  const leased = (secondsAgo: number): OutgoingAttempt =>
    ({
      broadcast: { kind: 'alert', exercise: false, texts: [{ language: 'sv', sms: 'Hej', segments: 1 }] },
      delivery: {
        broadcastId: 'b',
        n: 1,
        token: 'a-token',
        channel: 'sms',
        phone: '+46701740605',
        language: 'sv',
        secondsLeft: 600,
      },
      sender: aSender(),
      leasedAt: performance.now() - secondsAgo * 1000,
    }) as unknown as OutgoingAttempt;
  beforeEach(() => {
    asked.splice(0);
    results.splice(0);
  });

  it('must begin within 20 seconds of its lease, however long its way to the provider takes', async () => {
    const departure = leased(5);
    await attempt.run(departure);
    expect(asked).toMatchObject([{ beginBy: departure.leasedAt + 20_000 }]);
    expect(results).toMatchObject([{ kind: 'in-doubt' }]);
  });

  it('is not sent by a worker that was frozen for longer', async () => {
    await attempt.run(leased(21));
    expect(asked).toEqual([]);
    expect(results).toMatchObject([{ kind: 'not-sent', reason: 'worker-frozen' }]);
  });
});
