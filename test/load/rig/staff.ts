import type { DataSource } from 'typeorm';
import { newId } from '../../../src/kernel/ids.js';
import { roles } from '../../../src/staff/member.js';
import { MembersRepository } from '../../../src/staff/members.repository.js';
import { hashSecret } from '../../../src/staff/secrets.js';

export interface Writing {
  readonly audience: object;
  readonly sms: string;
  readonly lane: 'crisis' | 'urgent' | 'routine';
  /** Milliseconds until it expires; an hour when left out. */
  readonly livesMs?: number;
}

export interface Submitted {
  readonly id: string;
  readonly contentHash: string;
}

/** Two members of staff who use the staff API, as any program of the municipality would. */
export class Staff {
  private constructor(
    private readonly web: string,
    private readonly keys: readonly [string, string],
  ) {}

  /** @param web address of the web role */
  static async hire(db: DataSource, web: string): Promise<Staff> {
    const members = new MembersRepository(db);
    const departmentId = newId();
    const keys = [newId(), newId()] as const;
    for (const key of keys)
      await members.ensureMember(
        { id: newId(), name: key, email: `${key}@example.com`, departmentId, departmentName: 'VA', roles },
        hashSecret(key),
        'load',
      );
    return new Staff(web, keys);
  }

  /**
   * Writes, submits and approves. @returns the broadcast's id, and when the approval was requested and answered (ms)
   */
  async send(writing: Writing): Promise<{ id: string; askedAt: number; answeredAt: number }> {
    const { audience, sms, lane, livesMs = 3_600_000 } = writing;
    const { id } = await this.call<{ id: string }>(0, 'POST', '/broadcasts', {
      audience,
      texts: [{ language: 'sv', sms }],
      lane,
      expiresAt: new Date(Date.now() + livesMs).toISOString(),
    });
    const submitted = await this.call<Submitted>(0, 'POST', `/broadcasts/${id}/submission`);
    const askedAt = Date.now();
    await this.approve(submitted);
    return { id, askedAt, answeredAt: Date.now() };
  }

  /** Approves. Retries with the new count if it has changed: a number may have turned out not to exist. */
  async approve({ id, contentHash }: Submitted, count?: number, tries = 10): Promise<void> {
    try {
      await this.call(1, 'POST', `/broadcasts/${id}/approval`, { contentHash, count });
    } catch (error) {
      const { message } = error as Error;
      const now = message.includes('broadcast.count-changed') && /"now":(\d+)/.exec(message)?.[1];
      if (tries <= 1 || !now) throw error;
      await this.approve({ id, contentHash }, Number(now), tries - 1);
    }
  }

  async report(id: string): Promise<Record<string, number> & { reasons: Record<string, number> }> {
    return this.call(0, 'GET', `/broadcasts/${id}/report`);
  }

  async state(id: string): Promise<string> {
    return (await this.call<{ state: string }>(0, 'GET', `/broadcasts/${id}`)).state;
  }

  /** The authorization header of one of them. */
  authorization(who: 0 | 1): string {
    return `Bearer ${this.keys[who]}`;
  }

  async call<T>(who: 0 | 1, method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.web}/api/v1${path}`, {
      method,
      headers: { authorization: this.authorization(who), 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }
}
