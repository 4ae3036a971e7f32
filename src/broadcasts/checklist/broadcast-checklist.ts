import { Injectable } from '@nestjs/common';
import { checkPoints } from '../../messages/checklist/check-points.js';
import { pointsOf, type PointId } from '../../messages/checklist/points.js';
import { pageText } from '../../messages/checklist/review-text.js';
import { settlePoints, type SettledPoint } from '../../messages/checklist/settle-points.js';
import type { Broadcast } from '../broadcast.js';
import { BroadcastsRepository } from '../broadcasts.repository.js';
import { requireFilled, requireMet } from './checklist-rules.js';

type Checked = Pick<Broadcast, 'event' | 'points' | 'texts' | 'follows' | 'isPublic' | 'posts'>;

/** The checklist of a broadcast: how each point of its event is met (ADR 54). */
@Injectable()
export class BroadcastChecklist {
  constructor(private readonly broadcasts: BroadcastsRepository) {}

  /** Empty without an event. */
  async run(broadcast: Checked): Promise<SettledPoint[]> {
    return settled(broadcast, await this.saidBefore(broadcast));
  }

  /**
   * What a submission requires.
   *
   * @throws broadcast.placeholder-unfilled, broadcast.checklist-open
   */
  async requireReady(broadcast: Checked): Promise<SettledPoint[]> {
    const points = await this.run(broadcast);
    if (await this.repeatsFirst(broadcast)) return points;
    requireFilled(broadcast);
    requireMet(points);
    return points;
  }

  /** The points that the alert said, if this is about the same event: readers have them. */
  private async saidBefore({ event, follows }: Checked): Promise<ReadonlySet<PointId>> {
    if (!event || !follows || follows.relation === 'extension') return new Set();
    const first = await this.broadcasts.get(follows.root);
    if (first.event !== event) return new Set();
    const said = settled(first).filter(({ how }) => how !== 'open' && how !== 'waived');
    return new Set(said.map(({ id }) => id));
  }

  /** An extension with the texts of the alert can't be improved: they have gone out. */
  private async repeatsFirst({ follows, texts }: Checked): Promise<boolean> {
    if (follows?.relation !== 'extension') return false;
    const first = await this.broadcasts.get(follows.root);
    const words = (all: Broadcast['texts']) =>
      all.map(({ language, sms, voice, headline, web }) => [language, sms, voice, headline, web]);
    return JSON.stringify(words(texts)) === JSON.stringify(words(first.texts));
  }
}

function settled(
  { event, points = {}, texts, isPublic }: Checked,
  saidBefore?: ReadonlySet<PointId>,
): SettledPoint[] {
  if (!event) return [];
  const checked = texts.map(({ language, sms, voice, headline, web }) => ({
    language,
    points: checkPoints(event, sms, language),
    ...(voice === undefined ? {} : { spoken: checkPoints(event, voice, language) }),
    ...(isPublic && web !== undefined
      ? { web: checkPoints(event, pageText({ headline, web }), language) }
      : {}),
  }));
  return settlePoints(pointsOf(event), checked, points, saidBefore);
}

/** The checklist for the audit log: how each point was met, and why not. */
export const checklistEntry = ({ event, page }: Broadcast, points: readonly SettledPoint[]) =>
  event === undefined
    ? {}
    : {
        checklist: {
          event,
          ...(page === undefined ? {} : { page }),
          points: points.map(({ id, how, reason }) => ({
            id,
            how,
            ...(reason === undefined ? {} : { reason }),
          })),
        },
      };
