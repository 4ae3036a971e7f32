import { channels } from '../../kernel/channel.js';
import { SendGateRepository } from '../../dispatch/gap/send-gate.repository.js';
import { SendHolds } from '../../dispatch/gap/send-holds.repository.js';
import {
  clockSlackSeconds,
  UnknownMessagesRepository,
} from '../../dispatch/gap/unknown-messages.repository.js';
import { InFlight } from '../../dispatch/rate/in-flight.js';
import type { NamedList } from '../../dispatch/providers/providers.js';
import { providerRooms } from '../../dispatch/providers/provider-rooms.js';
import type { Config } from '../../platform/config/config.js';
import { openDataSource } from '../../platform/database/data-source.js';
import { reasonOf } from '../../platform/processes/reason-of.js';
import { advice, problem, ok, type Finding } from './finding.js';

/** Reports a hold on sending, and messages that the provider has sent but the ledger lacks: a backup was restored. */
export async function examineLedger(config: Config): Promise<Finding[]> {
  const settings = { url: config.get('DATABASE_URL'), pool: 1, migrations: [] };
  const db = await openDataSource(settings).catch(() => undefined);
  // examineDatabase reports why the database does not answer.
  if (!db) return [];
  const lists = config.providers.map((provider): NamedList => {
    const { sentList } = providerRooms[provider](config, new InFlight());
    return { provider, list: sentList };
  });
  try {
    const gate = new SendGateRepository(db);
    const hold = await new SendHolds(db).open();
    if (hold)
      return [
        problem(
          `Sending is held since ${hold.since.toISOString()}: the provider had sent ${hold.unknown} messages that the ledger lacked`,
          'A service owner or a duty officer decides in the console what goes on',
        ),
      ];
    const waiting = await gate.waiting();
    if (waiting)
      return [
        problem(
          `Nothing is sent since ${waiting.since.toISOString()}: the database was restarted, and the provider's list can't be read (${waiting.why})`,
          'It goes on when the provider answers; in the console a service owner or a duty officer can send without its answer',
        ),
      ];
    return [await compare(new UnknownMessagesRepository(db, gate), gate, lists)];
  } catch (error) {
    return [
      advice(`The ledger could not be read (${reasonOf(error)})`, 'Run the role `migrate`, then ask again'),
    ];
  } finally {
    for (const { list } of lists) list.stop();
    await db.destroy();
  }
}

async function compare(
  unknown: UnknownMessagesRepository,
  gate: SendGateRepository,
  lists: readonly NamedList[],
): Promise<Finding> {
  const knownUntil = await gate.knownUntil();
  if (!knownUntil) return ok('Nothing was ever sent from this database');
  const since = new Date(knownUntil.getTime() - clockSlackSeconds * 1000);
  let missing = 0;
  for (const { provider, list } of lists)
    for (const channel of channels) {
      const why = await list.each(channel, since, async (page) => {
        missing += await unknown.count(
          { provider, channel },
          page.filter(({ direction }) => direction === 'sent'),
        );
      });
      if (why !== undefined)
        return advice(`The provider can't be asked what it has sent (${why})`, 'Ask again when it answers');
    }
  return missing === 0
    ? ok(`The provider has sent nothing since ${knownUntil.toISOString()} that the ledger lacks`)
    : problem(
        `The provider has sent ${missing} messages since ${knownUntil.toISOString()} that the ledger lacks: it was restored from a backup`,
        'Start a worker: it takes them over and holds everything else until staff decide in the console',
      );
}
