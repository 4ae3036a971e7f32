import { Clock } from '../../src/kernel/clock.js';
import { BatchesRepository } from '../../src/deliveries/ledger/batches.repository.js';
import { sendersOf } from '../../src/dispatch/senders/senders.js';
import { StartScheduled } from '../../src/dispatch/start-scheduled.js';
import { Config } from '../../src/platform/config/config.js';
import { DatabaseClock } from './database-clock.js';
import { Pipeline } from './pipeline.js';

export const minutes = 60_000;
export const plus = (at: Date | string, ms: number) => new Date(new Date(at).getTime() + ms);
export const noon = new Date('2027-02-01T12:00:00Z');

/** The start and the expiry of a broadcast, as the API takes them. It lives for an hour. */
export const times = (startsAt: Date, expiresAt = plus(startsAt, 60 * minutes)) => ({
  startsAt: startsAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

/** The whole path, with a clock that the test sets, and no worker: the test starts what is scheduled. */
export class Clocked {
  private constructor(
    readonly pipeline: Pipeline,
    private readonly clock: DatabaseClock,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<Clocked> {
    const clock = await DatabaseClock.take();
    return new Clocked(await Pipeline.start(settings), clock);
  }

  async stop(): Promise<void> {
    await this.pipeline.stop();
    await this.clock.giveBack();
  }

  /** Sets the clock of the database and, unless it is wrong, that of the program. */
  itIs = async (at: Date, inProgram = at): Promise<void> => {
    await this.clock.set(at);
    this.pipeline.app.get(Clock).now = () => inProgram;
  };

  /** What a worker does every second. */
  startAll = async (): Promise<void> => {
    while (await this.pipeline.app.get(StartScheduled).run());
  };

  /** Written, submitted and approved at noon, to two phones. */
  scheduled = async (startsAt: Date, more: object = {}) => {
    await this.itIs(noon);
    const { phones, places } = await this.pipeline.house({ mobiles: 2 });
    const id = await this.pipeline.send({ places }, { ...times(startsAt), ...more });
    return { id, phones, places };
  };

  read = async (id: string) => (await this.pipeline.get(`/broadcasts/${id}`)).json();

  /** Something that Bo does. */
  step = (id: string, name: string, body: object = {}) =>
    this.pipeline.post(this.pipeline.bo, `/broadcasts/${id}/${name}`, body);

  /** Anna writes it again. */
  edit = (id: string, payload: object) =>
    this.pipeline.app.inject({
      method: 'PUT',
      url: `/api/v1/broadcasts/${id}`,
      headers: this.pipeline.anna.headers,
      payload,
    });

  /** Whether a worker may send of it now. */
  isDue = async (id: string): Promise<boolean> => {
    const { app } = this.pipeline;
    const due = await Promise.all(
      sendersOf(app.get(Config)).map((sender) => app.get(BatchesRepository).due(sender)),
    );
    return due.flat().some((one) => one.id === id);
  };
}
