import { Injectable } from '@nestjs/common';
import { BroadcastLedger } from '../../broadcasts/broadcast-ledger.js';
import { BroadcastEvents } from '../../broadcasts/broadcast-events.repository.js';
import { BroadcastsRepository } from '../../broadcasts/broadcasts.repository.js';
import { beginningOf } from '../bulletin/public-incident.js';
import { PublicAddresses } from '../public-addresses.js';
import { testEvent } from './event-types.js';
import { tellCounts } from './tell-counts.js';
import { BroadcastBody, TestBody } from './webhook-bodies.js';
import type { Claimed } from './webhook-deliveries.repository.js';

const startingActs: readonly string[] = ['approval', 'break-glass', 'due', 'start-now'];

/** Writes what an endpoint gets. Nothing in it is about a recipient. */
@Injectable()
export class WriteBody {
  constructor(
    private readonly broadcasts: BroadcastsRepository,
    private readonly events: BroadcastEvents,
    private readonly ledger: BroadcastLedger,
    private readonly addresses: PublicAddresses,
  ) {}

  async run(delivery: Pick<Claimed, 'type' | 'at' | 'broadcastId' | 'version' | 'state'>): Promise<string> {
    const { type, at, broadcastId } = delivery;
    const timestamp = at.toISOString();
    if (type === testEvent || broadcastId === null)
      return JSON.stringify(TestBody.parse({ type, timestamp, data: {} }));
    const broadcast = await this.broadcasts.get(broadcastId);
    const events = await this.events.of(broadcastId);
    const started = events.findLast(({ act, state }) => state === 'approved' && startingActs.includes(act));
    const { follows, publishedArea, isPublic, texts } = broadcast;
    const incident = follows?.root ?? broadcast.id;
    const data = {
      broadcast: broadcast.id,
      incident,
      version: delivery.version ?? broadcast.version,
      relation: follows?.relation,
      state: delivery.state ?? broadcast.state,
      lane: broadcast.lane,
      texts: texts.map(({ language, headline, sms, web }) => ({
        language,
        headline: headline ?? beginningOf(web ?? sms),
        sms,
        web,
      })),
      area: publishedArea && {
        name: publishedArea.name,
        streets: publishedArea.streets,
        polygons: publishedArea.polygons.map(({ coordinates }) => ({ type: 'Polygon', coordinates })),
      },
      page: isPublic ? this.addresses.pageOf({ id: incident }) : undefined,
      sentAt: started?.at.toISOString(),
      expiresAt: broadcast.expiresAt.toISOString(),
      report: type === 'broadcast.completed' ? tellCounts(await this.ledger.report(broadcast)) : undefined,
    };
    return JSON.stringify(BroadcastBody.parse({ type, timestamp, data }));
  }
}
