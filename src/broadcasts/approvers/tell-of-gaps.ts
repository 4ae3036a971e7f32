import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { localTime } from '../../kernel/wall-clock.js';
import { plainPunctuation } from '../../messages/plain-punctuation.js';
import { Config } from '../../platform/config/config.js';
import { Log } from '../../platform/logging/log.js';
import { MembersRepository } from '../../staff/members.repository.js';
import { ReadRota } from '../../staff/rota/read-rota.js';
import type { Span } from '../../staff/rota/rota.js';
import { RotaRepository } from '../../staff/rota/rota.repository.js';
import { broadcastsEvents } from '../log-events.js';
import { SendNotice } from '../send-notice.js';

/** The hours of the day in which somebody is told: a gap in the coming week wakes nobody. */
const tellsFrom = 8;
const tellsUntil = 20;
const textLivesMs = 12 * 3_600_000;

/** Tells the service owners, at most once a day, when nobody is on duty at some time within a week. */
@Injectable()
export class TellOfGaps {
  private readonly log = new Log('rota', broadcastsEvents);

  constructor(
    private readonly db: DataSource,
    private readonly rota: RotaRepository,
    private readonly read: ReadRota,
    private readonly members: MembersRepository,
    private readonly notices: SendNotice,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Safe to repeat and to run in two workers at once. */
  async run(): Promise<void> {
    const now = this.clock.now();
    const [day = '', time = ''] = localTime(now).split('T');
    const hour = Number(time.split(':')[0]);
    if (hour < tellsFrom || hour >= tellsUntil) return;
    const [gap] = await this.read.gaps();
    if (!gap) return;
    const owners = await this.members.withRoles(['service-owner']);
    const phones = new Set(owners.flatMap(({ phone }) => (phone === null ? [] : [phone])));
    const expiresAt = new Date(now.getTime() + textLivesMs);
    const sms = this.textOf(gap);
    const written = await this.db.transaction(async (tx) => {
      if (!(await this.rota.claimGapDay(day, tx))) return undefined;
      const sent = [];
      for (const phone of phones)
        sent.push(
          await this.notices.write(
            { phone, as: 'mobile', language: 'sv', sms, exercise: false, expiresAt },
            tx,
          ),
        );
      return sent;
    });
    if (!written) return;
    this.log.write('rota.gap', { from: gap.startsAt, to: gap.endsAt, texted: written.length });
    await this.notices.wake(written);
  }

  private textOf({ startsAt, endsAt }: Span): string {
    const from = this.config.get('MUNICIPALITY_NAME');
    return plainPunctuation(
      `${from}: ingen är i tjänst för att godkänna utskick ${stamp(startsAt)} till ${stamp(endsAt)}. Fyll schemat: ${this.config.publicUrl}/console/rota`,
    );
  }
}

const stamp = (at: Date): string => localTime(at).replace('T', ' ').slice(0, 16);
