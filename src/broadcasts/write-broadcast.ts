import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { AudiencesRepository } from '../audiences/audiences.repository.js';
import { AudienceEmpty, type Audience } from '../audiences/audience.js';
import { PreviewAudience } from '../audiences/preview-audience.js';
import { Clock } from '../kernel/clock.js';
import { shortAddress } from '../messages/page-link.js';
import { newId } from '../kernel/ids.js';
import { Config } from '../platform/config/config.js';
import { TemplatesRepository } from '../templates/templates.repository.js';
import type { TemplateContent } from '../templates/template.js';
import { AuditLog } from '../staff/audit-log.js';
import type { Member } from '../staff/member.js';
import { requireAllowed, requireExpiry, type Broadcast, type Follows, type Lane } from './broadcast.js';
import { BroadcastLedger } from './broadcast-ledger.js';
import { CallCapacity } from './call/call-capacity.js';
import { requireFittingPoints } from './checklist/checklist-rules.js';
import { audienceOf, boundBy, follow, sayingOf } from './follow-up/follow-up.js';
import { requireGoesOn } from './follow-up/goes-on.js';
import { onsetIn } from './onset-in.js';
import type { DraftBody } from './broadcast-bodies.js';
import { requireTranslationsRead, TemplateUnknown } from './made-from.js';
import { requireAfterAlert } from './schedule/reminder.js';
import { Reminders } from './schedule/reminders.js';
import { requireOwnPlaceAndTimeOnly } from './follow-up/own-place-and-time.js';
import { requireRightTo } from './broadcast-rights.js';
import { PublicityOf } from './publicity/publicity-of.js';
import { BroadcastsRepository, ChangedMeanwhile } from './broadcasts.repository.js';
import { requireStart } from './schedule/schedule.js';
import { voided } from './voided.js';
import { writeTexts, writeWebTexts, type Calls, type WrittenText } from './write-texts.js';

/** What a member of staff wrote: all fields of the API's body, some of them parsed further. */
export interface BroadcastDraft extends Omit<
  z.output<typeof DraftBody>,
  'audience' | 'texts' | 'lane' | 'startsAt' | 'expiresAt'
> {
  /** Omitted for an update, a correction or an all-clear, which go to the recipients of the original. */
  readonly audience?: Audience | undefined;
  /** Empty for an extension that says exactly what the original said. */
  readonly texts: readonly WrittenText[];
  readonly lane: Exclude<Lane, 'verification'>;
  readonly startsAt?: Date | undefined;
  readonly expiresAt: Date;
}

/** Writes a new broadcast, or changes one that has not started. A change makes it a draft again. */
@Injectable()
export class WriteBroadcast {
  constructor(
    private readonly db: DataSource,
    private readonly broadcasts: BroadcastsRepository,
    private readonly ledger: BroadcastLedger,
    private readonly reminders: Reminders,
    private readonly audiences: AudiencesRepository,
    private readonly templates: TemplatesRepository,
    private readonly publicity: PublicityOf,
    private readonly preview: PreviewAudience,
    private readonly callCapacity: CallCapacity,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Writes a new broadcast.
   *
   * @throws everything that {@link PreviewAudience.check}, `writeTexts`, `requireStart`, `requireFittingPoints` and
   *   `requireGoesOn` throw,
   *   broadcast.expired, broadcast.template-unknown, broadcast.read-by-other-language, broadcast.read-by-first-language,
   *   staff.role-required; for a follow-up also everything that `follow-up.ts` throws, broadcast.not-found,
   *   broadcast.called-off, broadcast.corrected; for a reminder what `reminder.ts` throws
   */
  async create(draft: BroadcastDraft, author: Member): Promise<Broadcast> {
    const createdAt = this.clock.now();
    const id = newId(createdAt);
    const broadcast: Broadcast = {
      ...(await this.content({ id }, draft, author, createdAt)),
      id,
      state: 'draft',
      departmentId: author.departmentId,
      createdBy: author.id,
      createdAt,
      authors: [author.id],
      version: 1,
    };
    return this.db.transaction(async (tx) => {
      await this.reminders.requireFirst(broadcast, tx);
      await this.broadcasts.insert(broadcast, tx);
      await this.audit.record({ memberId: author.id, action: 'broadcast.create', subject: broadcast.id }, tx);
      return broadcast;
    });
  }

  /**
   * Like {@link create}; also throws broadcast.wrong-state, broadcast.changed-meanwhile. An earlier submission becomes
   * void. So does the approval of a scheduled broadcast: what it enrolled is deleted, as nothing of it was sent. Its
   * reminder becomes a draft again too.
   *
   * @param version that the change is based on; if left out, whatever is there is overwritten
   */
  async edit(id: string, draft: BroadcastDraft, author: Member, version?: number): Promise<Broadcast> {
    const before = await this.broadcasts.get(id);
    requireAllowed(before, 'edit');
    if (version !== undefined && version !== before.version) throw ChangedMeanwhile();
    await this.reminders.requireOwnStep(before, 'edit');
    const follows = before.follows && { broadcast: before.follows.id, relation: before.follows.relation };
    const change = {
      ...(await this.content(before, { ...draft, follows }, author, this.clock.now())),
      ...voided(before),
      authors: [...new Set([...before.authors, author.id])],
    };
    return this.db.transaction(async (tx) => {
      // Locks the row. If the worker has started it meanwhile, its version has changed.
      const edited = await this.broadcasts.update(before, change, { act: 'edit', by: author.id }, tx);
      if (before.planned !== undefined) await this.ledger.forget(id, tx);
      const further = await this.reminders.undo(before, author, tx);
      const entry = { memberId: author.id, action: 'broadcast.edit', subject: id };
      await this.audit.recordAll([...further, entry], tx);
      return edited;
    });
  }

  private async content(
    { id, pageCode: before }: Pick<Broadcast, 'id' | 'pageCode'>,
    draft: BroadcastDraft,
    author: Member,
    now: Date,
  ) {
    requireRightTo('edit', author);
    const { audience: chosen, texts, follows: _, startsAt, expiresAt, ...carried } = draft;
    const following = await this.following(draft);
    const { follows, earlier } = following ?? {};
    const times = { startsAt, expiresAt, ...(follows ? { follows } : {}) };
    requireStart(times, now);
    if (earlier) requireAfterAlert(times, earlier);
    requireExpiry(expiresAt, now, startsAt);
    const given = following ? audienceOf(following.follows, following.earlier, chosen) : chosen;
    if (!given) throw AudienceEmpty();
    const topicOf = 'topic' in given ? this.config.get('MUNICIPALITY_NAME') : undefined;
    const exercise = earlier?.exercise ?? carried.exercise;
    const about = { exercise, earlier, relation: follows?.relation };
    const publicity = await this.publicity.run(carried, given, about);
    const pageCode = before ?? this.publicity.pageCode(earlier);
    const marks = {
      exercise,
      correction: follows?.relation === 'correction',
      topicOf,
      page: publicity.pageLink ? shortAddress(this.config.publicUrl, pageCode) : undefined,
    };
    // An extension takes the template and the readers of its alert.
    const used = follows?.relation === 'extension' ? undefined : await this.templateOf(carried);
    const event = carried.event ?? used?.event;
    const written = {
      ...carried,
      event,
      exercise,
      ...publicity,
      texts:
        follows?.relation === 'extension' && texts.length === 0
          ? []
          : publicity.webOnly
            ? writeWebTexts(texts)
            : writeTexts(texts, marks, topicOf === undefined ? this.calls : undefined),
    };
    const settled = following ? boundBy(following.earlier, following.follows.relation, written) : written;
    if (earlier?.template && follows?.relation === 'extension' && texts.length > 0)
      await this.requireOwnPlaceAndTimeOnly(earlier, settled.texts);
    if (follows?.relation !== 'extension') requireTranslationsRead(settled);
    requireFittingPoints(settled, follows?.relation);
    requireGoesOn(settled, earlier, follows?.relation);
    if (follows) await this.broadcasts.requireExtendable(follows);
    await this.preview.check(given);
    const saying = follows?.relation === 'extension' ? sayingOf(id, earlier!, settled.texts) : undefined;
    const named = await this.preview.withTrueNames(given);
    const audience = saying === undefined ? named : { ...named, saying };
    const [first] = settled.texts;
    const onsetAt =
      used && first && follows?.relation !== 'all-clear'
        ? onsetIn(first, used, { municipality: this.config.get('MUNICIPALITY_NAME'), now })
        : undefined;
    const kind: Broadcast['kind'] = 'topic' in audience ? 'topic' : 'alert';
    return {
      ...settled,
      pageCode,
      publicAsUsual: carried.isPublic === undefined,
      onsetAt,
      kind,
      audience,
      audienceName: await this.audiences.nameOf(audience),
      ...times,
    };
  }

  /** @throws broadcast.template-unknown */
  private async templateOf({ template }: Pick<Broadcast, 'template'>): Promise<TemplateContent | undefined> {
    if (!template) return undefined;
    const content = await this.templates.contentOf(template);
    if (!content) throw TemplateUnknown({ version: template.version });
    return content;
  }

  private async requireOwnPlaceAndTimeOnly(alert: Broadcast, texts: Broadcast['texts']): Promise<void> {
    const template = (await this.templates.contentOf(alert.template!)) ?? { texts: [], placeholders: [] };
    requireOwnPlaceAndTimeOnly(template, alert.texts, texts, this.config.get('MUNICIPALITY_NAME'));
  }

  private get calls(): Calls {
    const country = this.config.get('DEFAULT_COUNTRY');
    return {
      voices: this.config.voices,
      most: (language) => this.callCapacity.maxCharacters(language),
      country,
    };
  }

  private async following({
    follows,
  }: BroadcastDraft): Promise<{ follows: Follows; earlier: Broadcast } | undefined> {
    if (!follows) return undefined;
    const earlier = await this.broadcasts.get(follows.broadcast);
    return { earlier, follows: follow(earlier, follows.relation) };
  }
}
