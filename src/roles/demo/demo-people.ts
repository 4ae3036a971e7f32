import { randomBytes } from 'node:crypto';
import type { HomeFolder } from '../../platform/embedded/home-folder.js';
import { StartRefused } from '../../platform/processes/start-refused.js';
import type { Member } from '../../staff/member.js';

const department = {
  departmentId: '01900000-0000-7000-8000-000000000001',
  departmentName: 'Vatten och avlopp',
};
const roles = ['author', 'approver', 'service-owner'] as const;

/** Two colleagues who can do everything except approve their own broadcasts. */
export const demoPeople: readonly [Omit<Member, 'via'>, Omit<Member, 'via'>] = [
  {
    id: '01900000-0000-7000-8000-000000000011',
    name: 'Maja Lindqvist',
    email: 'maja.lindqvist@example.com',
    ...department,
    roles,
  },
  {
    id: '01900000-0000-7000-8000-000000000012',
    name: 'Erik Nyström',
    email: 'erik.nystrom@example.com',
    ...department,
    roles,
  },
];

export type DemoKeys = readonly [string, string];

/** @throws StartRefused unless there are two different keys without spaces */
export function checkDemoKeys(keys: readonly string[]): DemoKeys {
  const [first, second] = keys;
  if (keys.length !== 2 || !first || !second || first === second || /\s/.test(first + second))
    throw new StartRefused('BUDKAVLE_DEMO_KEYS: give two different keys without spaces, as key1,key2');
  return [first, second];
}

/** The given keys, else those of an earlier start, else new ones, which are stored for the next start. */
export async function demoKeys(given: readonly string[] | undefined, home: HomeFolder): Promise<DemoKeys> {
  if (given) return checkDemoKeys(given);
  const kept = (await home.read('demo-keys'))?.split('\n').filter(Boolean);
  if (kept?.length === 2) return checkDemoKeys(kept);
  const made: DemoKeys = [newKey('maja'), newKey('erik')];
  await home.write('demo-keys', `${made.join('\n')}\n`);
  return made;
}

const newKey = (name: string): string => `demo-${name}-${randomBytes(9).toString('base64url')}`;
