import { writingCost } from '../../messages/writing-cost.js';
import { senderKind } from './sender-kind.js';
import type { Config } from '../../platform/config/config.js';
import { advice, ill, reasonOf, well, type Finding } from './finding.js';

/**
 * Whether the provider answers and knows us, can reach us back, and may send in the configured names.
 *
 * @param isAtRest nothing of `npm start` runs, so that its simulator can't answer
 */
export async function examineProvider(config: Config, { isAtRest = false } = {}): Promise<Finding[]> {
  const account =
    isAtRest && config.get('PROVIDER') === 'simulator'
      ? [advice('The simulator was not asked: it starts with the rest', 'Run `npm start`, then ask again')]
      : await examineAccount(config);
  return [
    ...account,
    ...examineCallRate(config),
    ...examinePublicUrl(config),
    ...examineSenders(config),
    ...examineName(config),
  ];
}

/** What every doubt is looked up by: a key may be allowed to send, and not to list. */
const lists = { 'Messages.json': 'texts', 'Calls.json': 'calls' } as const;

async function examineAccount(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [list, kind] of Object.entries(lists)) {
    const finding = await examineList(config, list, kind);
    findings.push(finding);
    // One fault of the account or the network is told once.
    if (finding.kind === 'ill' && list === 'Messages.json' && !finding.what.includes('status')) break;
  }
  return findings;
}

async function examineList(config: Config, list: string, kind: string): Promise<Finding> {
  const name = config.get('PROVIDER');
  const sid = config.get('TWILIO_ACCOUNT_SID');
  const credentials = Buffer.from(`${sid}:${config.get('TWILIO_AUTH_TOKEN')}`).toString('base64');
  try {
    // Reading one costs nothing, sends nothing, and needs the right credentials.
    const answer = await fetch(`${config.providerUrl}/2010-04-01/Accounts/${sid}/${list}?PageSize=1`, {
      headers: { authorization: `Basic ${credentials}` },
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.ok) return well(`The provider (${name}) answers, knows the account and lists its ${kind}`);
    const mend = [401, 403].includes(answer.status)
      ? 'TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN: copy both from the same account; a restricted key must be allowed to list'
      : 'Look at the provider for an outage, then ask again. Until it lists them, what is in doubt stays so';
    return ill(`The provider (${name}) answers the list of ${kind} with status ${answer.status}`, mend);
  } catch (error) {
    const mend =
      name === 'simulator'
        ? 'Start the role `simulator`, or name in SIMULATOR_URL where it runs'
        : 'Is this machine allowed to reach api.twilio.com on port 443?';
    return ill(`The provider (${name}) does not answer (${reasonOf(error)})`, mend);
  }
}

/** How many calls a second the account has, the provider does not tell. */
function examineCallRate(config: Config): Finding[] {
  const fastest = Math.max(...config.senders('VOICE_SENDER').map(({ unitsPerSecond }) => unitsPerSecond));
  if (config.get('PROVIDER') === 'simulator' || fastest <= 1) return [];
  return [
    advice(
      `Up to ${fastest} calls a second are made from one number: an account has 1 unless more were granted`,
      'CALLS_PER_SECOND: no more than the account has, or calls wait at the provider',
    ),
  ];
}

function examinePublicUrl(config: Config): Finding[] {
  if (config.get('PROVIDER') === 'simulator') return [];
  const { protocol, hostname } = new URL(config.publicUrl);
  if (protocol !== 'https:')
    return [ill('Receipts would come unencrypted', 'PUBLIC_URL: give the https address of the municipality')];
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    return [ill('The provider can not reach this machine', 'PUBLIC_URL: give the address the world knows')];
  return [well(`Receipts come to ${config.publicUrl}`)];
}

/** The name stands in every topic text and every code. */
function examineName(config: Config): Finding[] {
  const { encoding, offending } = writingCost(config.get('MUNICIPALITY_NAME'));
  if (encoding === 'GSM-7') return [];
  const letters = offending.map(({ character }) => character).join(' ');
  return [
    advice(
      `MUNICIPALITY_NAME has ${letters}: each code and topic text takes two SMS or more where one would do`,
      'MUNICIPALITY_NAME: if the cost matters, leave out the name in that language',
    ),
  ];
}

function examineSenders(config: Config): Finding[] {
  const kindsOf = (purpose: Parameters<Config['senders']>[0]) =>
    config.senders(purpose).map(({ address }) => senderKind(address));
  const findings: Finding[] = [];
  if (kindsOf('ALERT_SENDER').includes('neither'))
    findings.push(
      ill(
        'ALERT_SENDER can not send',
        'Give 1–11 of A–Z a–z 0–9 and space, with a letter, or a number as +46…',
      ),
    );
  if (kindsOf('VOICE_SENDER').some((kind) => kind !== 'number'))
    findings.push(ill('VOICE_SENDER can not call', 'Give a number as +46…'));
  const topics = config.senders('TOPIC_SENDER').map(({ address }) => address);
  if (config.senders('ALERT_SENDER').some(({ address }) => topics.includes(address)))
    findings.push(
      ill('Topics and alerts have one sender', 'Two senders: stopping a topic must not stop water alerts'),
    );
  return findings.length > 0 ? findings : [well('The senders can send')];
}
