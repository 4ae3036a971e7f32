import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '../../src/kernel/ids.js';
import { roles, type Role } from '../../src/staff/member.js';
import { MembersRepository } from '../../src/staff/members.repository.js';
import { hashSecret } from '../../src/staff/secrets.js';

const departmentId = newId();

/**
 * Makes a member of staff who can call the API with the returned `headers`. @param has an empty list means all roles
 */
export async function hire(
  app: NestFastifyApplication,
  name: string,
  has: readonly Role[] = ['author', 'approver'],
) {
  const key = `key-of-${name}-${newId()}`;
  const id = newId();
  await app.get(MembersRepository).ensureMember(
    {
      id,
      name,
      email: `${id}@example.com`,
      departmentId,
      departmentName: 'VA',
      roles: has.length === 0 ? roles : has,
    },
    hashSecret(key),
    'test',
  );
  return { id, name, key, headers: { authorization: `Bearer ${key}` } };
}

export type Hired = Awaited<ReturnType<typeof hire>>;
