import type { CapSettings } from '../../../src/publishing/cap/cap-message.js';
import type { PublishedBroadcast } from '../../../src/publishing/bulletin/public-incident.js';

/** Minutes after noon on 29 November 2026, UTC. */
export const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 29, 12, minutes));

/** An id of a broadcast, 0 to 9. */
export const idOf = (n: number): string => `01900000-0000-7000-8000-00000000000${n}`;

export const triangle = (name: string): PublishedBroadcast['area'] => ({
  name,
  streets: [],
  polygons: [
    {
      type: 'Polygon',
      coordinates: [
        [
          [22.14, 65.58],
          [22.16, 65.58],
          [22.16, 65.59],
          [22.14, 65.58],
        ],
      ],
    },
  ],
});

export const sv = (sms: string, more: object = {}): PublishedBroadcast['texts'] => [
  { language: 'sv', sms, ...more },
];

/** A public alert to a place, sent at minute 0, until minute 120. */
export const alert: PublishedBroadcast = {
  id: idOf(0),
  root: idOf(0),
  relation: null,
  says: idOf(0),
  code: 'k7m2p9',
  topic: null,
  department: 'VA',
  lane: 'urgent',
  event: 'leak',
  area: triangle('Kronan'),
  sentAt: at(0),
  expiresAt: at(120),
  texts: sv('Vattnet är borta. Fyll kärl.'),
};

export const following = (n: number, more: Partial<PublishedBroadcast>): PublishedBroadcast => ({
  ...alert,
  id: idOf(n),
  // The alert's text, unless it is another's.
  says: more.relation === 'extension' || more.relation === 'correction' ? alert.id : idOf(n),
  area: undefined,
  ...more,
});

export const settings: CapSettings = {
  sender: 'larm.example.se',
  municipality: { name: 'Provby kommun', code: '9999' },
  contact: '08-465 004 00',
  pageOf: ({ id }) => `https://larm.example.se/aktuellt/${id}`,
};
