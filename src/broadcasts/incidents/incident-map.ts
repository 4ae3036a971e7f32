import { Injectable } from '@nestjs/common';
import type { MultiPolygon, Polygon } from 'geojson';
import { AreaShapes } from '../../audiences/area-shapes.repository.js';
import { isArea } from '../../audiences/audience.js';
import { BroadcastLedger, type Report } from '../broadcast-ledger.js';
import { NoSuchBroadcast } from '../broadcasts.repository.js';
import { IncidentsRepository } from './incidents.repository.js';
import type { OutcomeOnMap } from './incident-answers.js';

/** Fewer phones than this get no colour (docs/rules.md "Personal data"). */
const fewest = 5;

export interface AreaOnMap {
  readonly broadcast: string;
  readonly outcome: OutcomeOnMap;
  readonly geometry: Polygon | MultiPolygon;
}

/** Where an incident went, an area a broadcast, and how many were reached there. Never a single dwelling. */
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
      const geometry = await this.shapes.of(broadcast.audience);
      const outcome = outcomeOf(await this.ledger.report(broadcast));
      if (geometry) areas.push({ broadcast: broadcast.id, outcome, geometry });
    }
    return areas;
  }
}

export function outcomeOf(report: Report): OutcomeOnMap {
  const { planned, delivered, pending, sending, accepted, sent } = report;
  if (planned < fewest) return 'few';
  if (delivered >= 0.9 * planned) return 'reached';
  if (pending + sending + accepted + sent > 0) return 'under-way';
  return delivered >= planned / 2 ? 'partly' : 'missed';
}
