import type { Config } from '../../../platform/config/config.js';
import { reasonOf } from '../../../platform/processes/reason-of.js';
import type { Examined } from '../provider.js';
import { twilioUrl } from './twilio-url.js';

/** The lists that doubts are looked up in. A key may be allowed to send but not to list. */
const lists = [
  { list: 'Messages.json', kind: 'texts' },
  { list: 'Calls.json', kind: 'calls' },
] as const;

/** @param url Twilio's own address, or a simulator's */
export async function examineTwilio(config: Config, url: string): Promise<Examined[]> {
  const examined: Examined[] = [];
  for (const { list, kind } of lists) {
    const { answers, ...one } = await examineList(config, `${url}/2010-04-01/Accounts`, list, kind);
    examined.push(one);
    // A network fault is reported only once.
    if (!answers) break;
  }
  return examined;
}

async function examineList(
  config: Config,
  accounts: string,
  list: string,
  kind: string,
): Promise<Examined & { answers: boolean }> {
  const sid = config.get('TWILIO_ACCOUNT_SID');
  const credentials = Buffer.from(`${sid}:${config.get('TWILIO_AUTH_TOKEN')}`).toString('base64');
  try {
    // Reading one entry costs nothing, sends nothing, and needs the right credentials.
    const answer = await fetch(`${accounts}/${sid}/${list}?PageSize=1`, {
      headers: { authorization: `Basic ${credentials}` },
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.ok) return { what: `answers, knows the account and lists its ${kind}`, answers: true };
    const fix = [401, 403].includes(answer.status)
      ? 'TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN: copy both from the same account; a restricted key must be allowed to list'
      : 'Look at the provider for an outage, then ask again. Until it lists them, what is in doubt stays so';
    return { what: `answers the list of ${kind} with status ${answer.status}`, fix, answers: true };
  } catch (error) {
    const fix = accounts.startsWith(twilioUrl)
      ? 'Is this machine allowed to reach api.twilio.com on port 443?'
      : 'Start the role `simulator`, or name in SIMULATOR_URL where it runs';
    return { what: `does not answer (${reasonOf(error)})`, fix, answers: false };
  }
}
