import { existsSync, readFileSync } from 'node:fs';
import { assemble, type PublishedBroadcast } from '../bulletin/public-incident.js';
import { chainOf, type CapSettings } from '../cap/cap-message.js';
import { jsonAlerts } from './alerts-json.js';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 29, 12, minutes));
const id = '01900000-0000-7000-8000-000000000001';
const alert: PublishedBroadcast = {
  id,
  root: id,
  relation: null,
  says: id,
  code: 'k7m2p9',
  topic: null,
  department: 'VA',
  lane: 'urgent',
  event: 'boil',
  area: { name: 'Kronan', streets: [], polygons: [] },
  sentAt: at(0),
  expiresAt: at(120),
  texts: [
    {
      language: 'sv',
      sms: 'Koka vattnet.',
      headline: 'Koka vattnet i Kronan',
      web: 'Bakterier. Koka vattnet.',
    },
    { language: 'en', sms: 'Boil the water.' },
  ],
};
const update: PublishedBroadcast = {
  ...alert,
  id: '01900000-0000-7000-8000-000000000002',
  relation: 'update',
  area: undefined,
  sentAt: at(10),
};
const settings: CapSettings = {
  sender: 'larm.example.se',
  municipality: { name: 'Provby kommun', code: '9999' },
  pageOf: (incident) => `https://larm.example.se/aktuellt/${incident.id}`,
};
const alertsOf = (...broadcasts: PublishedBroadcast[]) =>
  jsonAlerts(assemble(broadcasts, at(60)).flatMap((incident) => chainOf(incident, settings)));

describe('alerts in the JSON of the Swedish radio', () => {
  it('are the newest first, and refer to those before', () => {
    expect(alertsOf(alert, update)).toMatchObject([
      {
        identifier: 'urn:uuid:01900000-0000-7000-8000-000000000002',
        msgType: 'Update',
        references: `larm.example.se,urn:uuid:${id},2026-11-29T13:00:00+01:00`,
        incidents: id,
      },
      {
        identifier: `urn:uuid:${id}`,
        sender: 'larm.example.se',
        sent: '2026-11-29T13:00:00+01:00',
        status: 'Actual',
        msgType: 'Alert',
        scope: 'Public',
        references: null,
        incidents: id,
      },
    ]);
  });

  it('say it in each language, with the page and the place', () => {
    expect(alertsOf(alert)[0]?.info).toMatchObject([
      {
        language: 'sv-SE',
        category: ['Health', 'Infra'],
        event: 'Otjänligt dricksvatten',
        expires: '2026-11-29T15:00:00+01:00',
        senderName: 'Provby kommun',
        headline: 'Koka vattnet i Kronan',
        web: `https://larm.example.se/aktuellt/${id}`,
        area: [{ areaDesc: 'Kronan', geocode: [{ valueName: 'Kommun', value: '9999' }] }],
      },
      { language: 'en-GB', event: 'Undrinkable water' },
    ]);
  });

  it('have a polygon if the place has one, and then no code of the whole municipality', () => {
    const ring = [
      [22.14, 65.58],
      [22.16, 65.58],
      [22.16, 65.59],
      [22.14, 65.58],
    ];
    const drawn = { ...alert.area!, polygons: [{ type: 'Polygon' as const, coordinates: [ring] }] };
    const [info] = alertsOf({ ...alert, area: drawn })[0]!.info;
    expect(info?.area).toEqual([
      {
        areaDesc: 'Kronan',
        polygon: ['65.580000,22.140000 65.580000,22.160000 65.590000,22.160000 65.580000,22.140000'],
      },
    ]);
    // It says which municipality it is all the same.
    expect(info?.parameter).toEqual([{ valueName: 'Kommun', value: '9999' }]);
  });

  it('are none when nothing is going on', () => {
    expect(alertsOf()).toEqual([]);
  });

  const samples = '../shared/data/cap/sr-krisinfo/sr-v3.invented.json';
  (existsSync(samples) ? it : it.skip)(
    'have every field that the radio has, of the same type (needs ../shared/data/cap)',
    () => {
      const { alerts } = JSON.parse(readFileSync(samples, 'utf8')) as { alerts: Fields[] };
      const ours = JSON.parse(JSON.stringify(alertsOf(alert, update))) as Fields[];
      for (const nth of [0, 1]) expect(shapeOf(ours[nth]!)).toMatchObject(shapeOf(alerts[nth]!) as object);
    },
  );
});

type Fields = Record<string, unknown>;

/** The types of all fields; of a list those of its first. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]));
}
