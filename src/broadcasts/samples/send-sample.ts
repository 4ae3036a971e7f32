import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { refusal } from '../../kernel/refusal.js';
import { AllowancesRepository } from '../../platform/allowances/allowances.repository.js';
import { Config } from '../../platform/config/config.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { isUndecided, WrongState } from '../broadcast.js';
import { BroadcastsRepository } from '../broadcasts.repository.js';
import { SendNotice } from '../send-notice.js';
import { phoneUsedAs, sampleOf, type SampleForm } from './sample.js';

const NoOwnPhone = refusal('sample.no-phone', 'conflict', {
  sv: 'Du har inget mobilnummer sparat. Lägg in det under Mina uppgifter.',
  en: 'You have no mobile number saved. Add it under My details.',
});
const NoSuchText = refusal('sample.no-such-text', 'invalid', {
  sv: 'Utskicket har ingen text på det språket.',
  en: 'The broadcast has no text in that language.',
});
const OnWebOnly = refusal('sample.web-only', 'conflict', {
  sv: 'Utskicket publiceras bara på webben och går inte till någon telefon.',
  en: 'The broadcast is only published on the web and goes to no phone.',
});
const TooManySamples = refusal('sample.too-many', 'too-many', {
  sv: 'Du har fått många prov den senaste timmen. Försök igen om {minutes} minuter.',
  en: 'You have had many samples this hour. Try again in {minutes} minutes.',
});

/** After this a sample that was not sent is of no use. */
const livesMs = 15 * 60_000;

export interface Sample {
  readonly as: SampleForm;
  /** The first of its texts if omitted. */
  readonly language?: string | undefined;
}

/** Sends a broadcast's text, or a call with it, to the phone of who asks. */
@Injectable()
export class SendSample {
  constructor(
    private readonly db: DataSource,
    private readonly broadcasts: BroadcastsRepository,
    private readonly notices: SendNotice,
    private readonly allowances: AllowancesRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * @returns what is sent, and where to
   * @throws sample.no-phone, sample.no-such-text, sample.web-only, sample.too-many, broadcast.not-found,
   *   broadcast.wrong-state
   */
  async run(id: string, member: Member, { as, language }: Sample): Promise<{ phone: string; text: string }> {
    const { phone } = member;
    const { state, texts, exercise, webOnly } = await this.broadcasts.get(id);
    if (!isUndecided(state)) throw WrongState({ state, action: 'sample' });
    if (webOnly) throw OnWebOnly();
    const text = language === undefined ? texts[0] : texts.find((one) => one.language === language);
    if (!text) throw NoSuchText();
    if (phone === undefined) throw NoOwnPhone();
    await this.spend(member);
    const sample = sampleOf(text);
    const notice = {
      phone,
      as: phoneUsedAs[as],
      language: text.language,
      ...sample,
      exercise,
      expiresAt: new Date(this.clock.now().getTime() + livesMs),
    };
    const written = await this.db.transaction(async (tx) => {
      const sent = await this.notices.write(notice, tx);
      const detail = { as, language: text.language };
      await this.audit.record({ memberId: member.id, action: 'broadcast.sample', subject: id, detail }, tx);
      return sent;
    });
    await this.notices.wake([written]);
    return { phone, text: as === 'text' ? sample.sms : sample.voice };
  }

  private async spend({ id }: Member): Promise<void> {
    const draw = {
      scope: 'sample',
      key: this.allowances.hash('member', id),
      holds: this.config.get('SAMPLES_PER_HOUR'),
      minutes: 60,
    };
    await this.allowances.take([draw], (_, minutes) => TooManySamples({ minutes }));
  }
}
