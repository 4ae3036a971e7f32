import { Agent, request } from 'node:http';
import { constants, setPriority } from 'node:os';
import { answerParent } from '../child.js';
import { attacks, type Aim, type Shot } from './attacks.js';
import { monotonicMs } from '../monotonic.js';

export interface Order {
  /** Index in {@link attacks}. */
  readonly nth: number;
  readonly aim: Aim;
  /** Milliseconds after which no request is started, and those under way are dropped. */
  readonly forMs: number;
}

export interface Spent {
  /** Number of requests by how they ended: a status, `cut off` by the server, or `let go` at the end. */
  readonly endings: Readonly<Record<string, number>>;
}

/** A process that attacks on request. It is separate, so that its work takes no time from the measuring process. */
export function run(): Promise<void> {
  // A real attacker would use another machine.
  setPriority(constants.priority.PRIORITY_LOW);
  answerParent(({ nth, aim, forMs }: Order) => attack(nth, aim, forMs));
  return Promise.resolve();
}

async function attack(nth: number, aim: Aim, forMs: number): Promise<Spent> {
  const { atOnce, most, shots } = attacks[nth]!;
  const magazine = shots(aim);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const endings: Record<string, number> = {};
  const until = monotonicMs() + forMs;
  let begun = 0;
  const lane = async (shot: Shot): Promise<void> => {
    while (begun++ < most && monotonicMs() < until) {
      const ending = await fire(aim.web, shot, agent, until);
      endings[ending] = (endings[ending] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, n) => lane(magazine[n % magazine.length]!)));
  agent.destroy();
  return { endings };
}

function fire(web: string, shot: Shot, agent: Agent, until: number): Promise<string> {
  const { method, path, headers, body, sent } = shot;
  return new Promise((resolve) => {
    const length = body ? { 'content-length': String(body.length) } : {};
    const outgoing = request(`${web}${path}`, { method, agent, headers: { ...headers, ...length } });
    const end = (how: string): void => {
      clearTimeout(patience);
      resolve(how);
    };
    const patience = setTimeout(() => {
      end('let go');
      outgoing.destroy();
    }, until - monotonicMs());
    outgoing.once('response', (answer) => {
      answer.resume();
      answer.once('error', () => end('cut off'));
      answer.once('end', () => {
        end(String(answer.statusCode));
        // The body was not sent in full. On a reused socket the next request would be read as the rest of it.
        if (!outgoing.writableFinished) outgoing.destroy();
      });
    });
    outgoing.on('error', () => end('cut off'));
    if (sent === undefined) outgoing.end(body);
    else outgoing.write(body!.subarray(0, sent));
  });
}
