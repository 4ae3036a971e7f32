import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { PresentApproval } from './approvers/present-approval.js';
import { shortAddress } from '../messages/page-link.js';
import { Config } from '../platform/config/config.js';
import { measure } from '../messages/measure-text.js';
import type { Member } from '../staff/member.js';
import { may } from '../staff/rights.js';
import { points } from '../messages/checklist/points.js';
import { brokenGlass, isUndecided, type Broadcast, type BroadcastText } from './broadcast.js';
import type { BroadcastAnswer, BroadcastSummaryAnswer } from './broadcast-answers.js';
import { BroadcastChecklist } from './checklist/broadcast-checklist.js';
import { BroadcastPreview, type BroadcastLook } from './broadcast-preview.js';
import { BroadcastLedger, percentOf, type LedgerProgress, type Report } from './broadcast-ledger.js';
import { carriedOf } from './carried-fields.js';
import { mayBeFollowed, textOf } from './follow-up/follow-up.js';
import { OtherWordings } from './follow-up/other-wordings.repository.js';
import { OpenAlertsRepository } from './open-alerts/open-alerts.repository.js';
import { allowedTo, rightTo } from './broadcast-rights.js';
import { BroadcastsRepository } from './broadcasts.repository.js';
import { isUnsent, mayTakeOwnStep } from './schedule/reminder.js';
import { Reminders } from './schedule/reminders.js';
import { PreviewCall } from './call/preview-call.js';
import { BroadcastHistory, person } from './broadcast-history.js';

/** All fields of the description, including optional ones: a forgotten field is a compile error. */
type FieldsOf<Schema extends z.ZodObject> = Record<keyof Schema['shape'], unknown>;

const excerptLength = 120;
const notSent: Partial<LedgerProgress> = {};

/** A broadcast as the API shows it. */
@Injectable()
export class PresentBroadcast {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly history: BroadcastHistory,
    private readonly ledger: BroadcastLedger,
    private readonly preview: BroadcastPreview,
    private readonly openAlerts: OpenAlertsRepository,
    private readonly call: PreviewCall,
    private readonly checklist: BroadcastChecklist,
    private readonly approval: PresentApproval,
    private readonly reminders: Reminders,
    private readonly wordings: OtherWordings,
    private readonly config: Config,
  ) {}

  async list(broadcasts: readonly Broadcast[]) {
    const names = await this.history.namesOf(broadcasts.map((b) => b.createdBy));
    const percents = await this.ledger.percents(
      broadcasts.filter(({ planned }) => planned !== undefined).map(({ id }) => id),
    );
    return broadcasts.map((b) => summary(b, names, percents.get(b.id) ?? 0));
  }

  async one(broadcast: Broadcast, reader: Member) {
    const b = broadcast;
    const others = (await this.broadcasts.allClearsOf(b.follows?.root ?? b.id)).filter(
      ({ id }) => id !== b.id,
    );
    const names = await this.history.namesOf([
      b.createdBy,
      b.submittedBy,
      b.decidedBy,
      ...others.map(({ createdBy }) => createdBy),
    ]);
    const { report, account, pace } = b.planned === undefined ? notSent : await this.ledger.progress(b);
    const percent = report ? percentOf(report) : 0;
    const alert = await this.reminders.alertOf(b);
    const goesWithAlert = alert !== undefined && isUnsent(alert);
    const looks = isUndecided(b.state) && !goesWithAlert && may(reader, 'audience.preview');
    const looked: BroadcastLook = looks ? await this.preview.run(b) : {};
    return {
      ...summary(b, names, percent),
      version: b.version,
      audience: b.audience,
      movedIn: b.movedIn,
      followedBy: await this.broadcasts.followersOf(b.id),
      calledOff: await this.broadcasts.isCalledOff(b.follows?.root ?? b.id),
      otherAllClears: others.map((other) => ({ ...other, createdBy: person(other.createdBy, names) })),
      stillGoingOut: await this.stillGoingOut(b, report),
      otherWordings: await this.otherWordings(b),
      correctedBy: b.kind === 'alert' ? await this.broadcasts.correctionOf(textOf(b), b.id) : undefined,
      mayBeFollowed: mayBeFollowed(b) && may(reader, rightTo.edit),
      reminder: reminderAnswer(await this.reminders.of(b)),
      goesWithAlert,
      texts: b.texts.map((text) => ({ ...text, ...measure(text.sms), ...this.heard(b, text.language) })),
      publicAsUsual: b.publicAsUsual,
      publishedArea: b.publishedArea ?? looked.publishedArea,
      pageAddress:
        b.isPublic && b.pageCode !== undefined ? shortAddress(this.config.publicUrl, b.pageCode) : undefined,
      checklist: await this.checklistOf(b),
      submittedBy: person(b.submittedBy, names),
      submittedAt: b.submittedAt,
      submittedCount: b.submittedCount,
      contentHash: b.contentHash,
      approval: goesWithAlert ? undefined : await this.approval.run(b),
      decidedBy: person(b.decidedBy, names),
      decidedAt: b.decidedAt,
      decisionNote: b.decisionNote,
      brokenGlass: brokenGlass(b),
      history: await this.history.history(b.id),
      startedAt: b.startedAt,
      completedAt: b.completedAt,
      preview: looked.preview,
      estimate: looked.estimate,
      opensAt: looked.opensAt,
      audienceProblem: looked.audienceProblem,
      allowed: allowedTo(reader, b).filter((action) => !alert || mayTakeOwnStep(alert, action)),
      report,
      account,
      pace,
    } satisfies FieldsOf<typeof BroadcastAnswer>;
  }

  private async checklistOf(broadcast: Broadcast) {
    if (broadcast.event === undefined) return undefined;
    return (await this.checklist.run(broadcast)).map((point) => ({ ...point, ...points[point.id] }));
  }

  /** @param own its own report, so that it is not summed twice */
  private async stillGoingOut(broadcast: Broadcast, own: Report | undefined) {
    const { id, kind, follows } = broadcast;
    if (kind !== 'alert') return [];
    const parts = await this.openAlerts.goingOut(follows?.root ?? id, textOf(broadcast));
    return Promise.all(
      parts.map(async (part) => {
        const report =
          (part.id === id ? own : undefined) ?? (await this.ledger.report({ ...broadcast, id: part.id }));
        return { ...part, startsAt: part.startsAt ?? undefined, pending: report.pending };
      }),
    );
  }

  private async otherWordings(broadcast: Broadcast) {
    if (broadcast.kind !== 'alert') return [];
    const { id, follows } = broadcast;
    const others = await this.wordings.of(follows?.root ?? id, textOf(broadcast));
    return others.map(({ correctedBy, ...other }) => ({ ...other, correctedBy: correctedBy ?? undefined }));
  }

  /** Empty for a topic, which calls nobody, and for what is only published. */
  private heard({ kind, texts, webOnly }: Broadcast, language: string) {
    if (kind !== 'alert' || webOnly) return {};
    const call = this.call.run(texts, language);
    return call ? { spoken: call.message, call } : { call: null };
  }
}

const reminderAnswer = (reminder: Broadcast | undefined) =>
  reminder && {
    id: reminder.id,
    state: reminder.state,
    startsAt: reminder.startsAt,
    contentHash: reminder.contentHash,
    texts: reminder.texts.map(({ language, sms, voice, segments }) => ({ language, sms, voice, segments })),
  };

/** What is only published has no SMS. */
const beginningOf = ({ sms, headline = '', web = '' }: Partial<BroadcastText> = {}): string =>
  (sms ?? '') || headline || web;

/** A short excerpt, enough to distinguish two broadcasts to one place. */
function excerptOf(text: string): string {
  if (text.length <= excerptLength) return text;
  const words = text.slice(0, excerptLength).split(/\s/u);
  return `${words.slice(0, -1).join(' ').trimEnd()} …`;
}

const summary = (b: Broadcast, names: ReadonlyMap<string, string>, percent: number) =>
  ({
    id: b.id,
    kind: b.kind,
    state: b.state,
    lane: b.lane,
    ...carriedOf(b),
    audienceName: b.audienceName,
    excerpt: excerptOf(beginningOf(b.texts[0])),
    createdAt: b.createdAt,
    createdBy: person(b.createdBy, names),
    startsAt: b.startsAt,
    heldUntil: b.heldUntil,
    expiresAt: b.expiresAt,
    planned: b.planned,
    percent,
    follows: b.follows,
  }) satisfies FieldsOf<typeof BroadcastSummaryAnswer>;
