import { Injectable } from '@nestjs/common';
import type { MultiPolygon, Polygon } from 'geojson';
import { AreaShapes } from '../../audiences/area-shapes.repository.js';
import { isArea, type AreaAudience } from '../../audiences/audience.js';
import type { Broadcast } from '../broadcast.js';
import { BroadcastLedger } from '../broadcast-ledger.js';
import { NoSuchBroadcast } from '../broadcasts.repository.js';
import { IncidentsRepository } from './incidents.repository.js';
import { outcomeOf, partsOnMap, type PartsOnMap } from './parts-on-map.js';

export interface AreaOnMap extends Omit<PartsOnMap, 'geometry'> {
  readonly broadcast: string;
  readonly geometry: Polygon | MultiPolygon;
}

/**
 * Where an incident went, and how many were reached in each part of it: of five phones or more, and never of a single
 * dwelling.
 */
@Injectable()
export class IncidentMap {
  constructor(
    private readonly incidents: IncidentsRepository,
    private readonly shapes: AreaShapes,
    private readonly ledger: BroadcastLedger,
  ) {}

  /** @throws broadcast.not-found */
  async of(id: string): Promise<AreaOnMap[]> {
    const root = await this.incidents.rootOf(id);
    if (root === undefined) throw NoSuchBroadcast();
    const areas: AreaOnMap[] = [];
    for (const broadcast of await this.incidents.broadcastsOf([root])) {
      if (broadcast.planned === undefined || !isArea(broadcast.audience)) continue;
      const parts = partsOnMap(await this.ledger.outcomesByPart(broadcast.id, broadcast.audience));
      if (parts.length > 0) areas.push(...parts.map((part) => ({ broadcast: broadcast.id, ...part })));
      else areas.push(...(await this.whole({ ...broadcast, audience: broadcast.audience })));
    }
    return areas;
  }

  /** The outcome of the whole broadcast. */
  private async whole(broadcast: Broadcast & { readonly audience: AreaAudience }): Promise<AreaOnMap[]> {
    const geometry = await this.shapes.of(broadcast.audience);
    if (!geometry) return [];
    const { planned, delivered, ...report } = await this.ledger.report(broadcast);
    const under = report.pending + report.sending + report.accepted + report.sent;
    const outcome = outcomeOf(planned, delivered, under);
    return [{ broadcast: broadcast.id, outcome, blocks: [], areas: [], rest: false, geometry }];
  }
}
