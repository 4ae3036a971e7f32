import { createHash } from 'node:crypto';
import type { AreaAudience } from '../../audiences/audience.js';
import type { PublishedArea } from '../../audiences/published-area/published-area.js';

/** Milliseconds for which an area is shown again. After that the map may have changed. */
const freshFor = 60_000;
/** The most audiences that are kept. */
const most = 50;

interface Kept {
  readonly until: number;
  readonly area: Promise<PublishedArea>;
}

/**
 * The published areas of drafts, by their audience: they take up to six seconds to work out, and a page that shows a draft
 * is read again and again. The submission works out its own.
 */
export class RecentAreas {
  private readonly kept = new Map<string, Kept>();

  get(audience: AreaAudience, now: Date, work: () => Promise<PublishedArea>): Promise<PublishedArea> {
    const key = createHash('sha256').update(JSON.stringify(audience)).digest('base64url');
    const known = this.kept.get(key);
    if (known && known.until > now.getTime()) return known.area;
    const area = work();
    this.kept.delete(key);
    this.kept.set(key, { area, until: now.getTime() + freshFor });
    // A failure is not kept.
    area.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > most) this.kept.delete(oldest!);
    return area;
  }
}
