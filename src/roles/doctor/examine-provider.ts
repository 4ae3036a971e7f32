import { InFlight } from '../../dispatch/rate/in-flight.js';
import { providerRooms } from '../../dispatch/providers/provider-rooms.js';
import { writingCost } from '../../messages/writing-cost.js';
import { senderKind } from './sender-kind.js';
import type { Config } from '../../platform/config/config.js';
import { advice, problem, ok, type Finding } from './finding.js';

/**
 * Checks that each provider answers and accepts our account, that it can reach us, and that the senders can send.
 *
 * @param isAtRest `npm start` does not run, so its simulator can't answer
 */
export async function examineProvider(config: Config, { isAtRest = false } = {}): Promise<Finding[]> {
  return [
    ...(await examineAnswers(config, isAtRest)),
    ...examineCallRate(config),
    ...examinePublicUrl(config),
    ...examineSenders(config),
    ...examineName(config),
  ];
}

async function examineAnswers(config: Config, isAtRest: boolean): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const name of config.providers) {
    if (isAtRest && name === 'simulator') {
      findings.push(
        advice('The simulator was not asked: it starts with the rest', 'Run `npm start`, then ask again'),
      );
      continue;
    }
    const { provider } = providerRooms[name](config, new InFlight());
    for (const { what, fix } of await provider.examine()) {
      const told = `The provider (${name}) ${what}`;
      findings.push(fix === undefined ? ok(told) : problem(told, fix));
    }
    await provider.close();
  }
  return findings;
}

/** The provider does not report the call rate of the account, so this only warns about a rate above 1. */
function examineCallRate(config: Config): Finding[] {
  const fastest = Math.max(...config.senders('VOICE_SENDER').map(({ unitsPerSecond }) => unitsPerSecond));
  if (!config.reachesPhones || fastest <= 1) return [];
  return [
    advice(
      `Up to ${fastest} calls a second are made from one number: an account has 1 unless more were granted`,
      'CALLS_PER_SECOND: no more than the account has, or calls wait at the provider',
    ),
  ];
}

function examinePublicUrl(config: Config): Finding[] {
  if (!config.reachesPhones) return [];
  const { protocol, hostname } = new URL(config.publicUrl);
  if (protocol !== 'https:')
    return [
      problem('Receipts would come unencrypted', 'PUBLIC_URL: give the https address of the municipality'),
    ];
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    return [
      problem('The provider can not reach this machine', 'PUBLIC_URL: give the address the world knows'),
    ];
  return [ok(`Receipts come to ${config.publicUrl}`)];
}

/** The municipality's name is part of every topic text and every code. */
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
      problem(
        'ALERT_SENDER can not send',
        'Give 1–11 of A–Z a–z 0–9 and space, with a letter, or a number as +46…',
      ),
    );
  if (kindsOf('VOICE_SENDER').some((kind) => kind !== 'number'))
    findings.push(problem('VOICE_SENDER can not call', 'Give a number as +46…'));
  const topics = config.senders('TOPIC_SENDER').map(({ address }) => address);
  if (config.senders('ALERT_SENDER').some(({ address }) => topics.includes(address)))
    findings.push(
      problem(
        'Topics and alerts have one sender',
        'Two senders: stopping a topic must not stop water alerts',
      ),
    );
  return findings.length > 0 ? findings : [ok('The senders can send')];
}
