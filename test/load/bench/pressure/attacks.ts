import { pagePaths } from '../../../../src/site/page/page-paths.js';

/** What the attacks are aimed at. */
export interface Aim {
  /** Address of the web role. */
  readonly web: string;
  /** Authorization header of a member with all rights. The probes use another member. */
  readonly authorization: string;
  /** Ids of draft alerts to addresses without phones: a block, and a town. */
  readonly unreachedBlock: string;
  readonly unreachedTown: string;
  /** Id of a broadcast under way, most of it in doubt. */
  readonly inDoubt: string;
}

export interface Shot {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** Bytes of the body that are sent; after them the socket stays silent. The whole body if left out. */
  readonly sent?: number;
}

export interface Attack {
  readonly name: string;
  /** Concurrent requests. */
  readonly atOnce: number;
  /** Highest number of requests, even if they are answered quickly. */
  readonly most: number;
  /**
   * Statuses that show that a request reached its target; any other fails the run. A request may also be let go at the
   * end, and one that is refused with 413 may be cut off while it is still being sent.
   */
  readonly ends: readonly string[];
  /** The requests of the attack. Each concurrent sender repeats one of them. */
  readonly shots: (aim: Aim) => readonly Shot[];
}

const json = { 'content-type': 'application/json' };
const signedIn = ({ authorization }: Aim) => ({ ...json, authorization });
const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };

const form = (fields: number): Buffer =>
  Buffer.from(Array.from({ length: fields }, (_, n) => `f${n}=${n % 10}`).join('&'));
const keys = (count: number): Buffer =>
  Buffer.from(`{${Array.from({ length: count }, (_, n) => `"k${n}":1`).join()}}`);
const brackets = (count: number): Buffer => Buffer.from('['.repeat(count));
const preview = '/api/v1/audiences/preview';
const broadcast = (id: string, what: string): string => `/api/v1/broadcasts/${id}/${what}`;

/** A point in the made-up town. Its addresses lie in a rectangle of about 40 by 10 kilometres. */
const somewhere = { type: 'Point', coordinates: [22.1, 65.5] };
const near = (geometry: object): object => ({ near: [{ geometry, metres: 100 }] });

/** A circle drawn with `corners` corners. */
const circle = (corners: number): object => {
  const ring = Array.from({ length: corners }, (_, n) => {
    const angle = (2 * Math.PI * n) / corners;
    // Few enough digits that the largest polygon fits into a body.
    return [22.1 + 0.05 * Math.cos(angle), 65.5 + 0.02 * Math.sin(angle)].map((n) => Number(n.toFixed(6)));
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
};

const body = (value: object): Buffer => Buffer.from(JSON.stringify(value));
const askFor = (paths: (aim: Aim) => readonly string[]) => (aim: Aim) =>
  paths(aim).map((path): Shot => ({ method: 'GET', path, headers: { authorization: aim.authorization } }));
const post = (path: string, headers: Shot['headers'], content: Buffer): Shot => ({
  method: 'POST',
  path,
  headers,
  body: content,
});

/** What one client can do to all others, within the limits of its connection and its rights. */
export const attacks: readonly Attack[] = [
  {
    name: 'forms of 900,000 fields to a callback',
    atOnce: 4,
    most: 2_000,
    ends: ['400', '413'],
    shots: () => {
      const headers = { ...formHeaders, 'x-twilio-signature': `${'a'.repeat(27)}=` };
      return [
        post('/callbacks/twilio/message-status?t=x', headers, form(900_000)),
        // This form is within the limit of a callback.
        post('/callbacks/twilio/message-status?t=x', headers, form(8_000)),
      ];
    },
  },
  {
    name: 'forms of 900,000 fields to public pages',
    atOnce: 12,
    most: 2_000,
    ends: ['400', '413'],
    shots: ({ web }) =>
      (['topics', 'code', 'checkNumber', 'ownAddresses'] as const).flatMap((page) =>
        // Over the size limit of a form, over its limit of fields, and within both.
        [900_000, 2_000, 100].map((fields) =>
          post(pagePaths[page].sv, { ...formHeaders, origin: web }, form(fields)),
        ),
      ),
  },
  {
    name: 'JSON of 600,000 keys to sign-in',
    atOnce: 4,
    most: 2_000,
    ends: ['400', '413'],
    // Over the size limit of a body, and within it.
    shots: () => [600_000, 80].map((count) => post('/api/v1/session', json, keys(count))),
  },
  {
    name: 'JSON of 600,000 keys, signed in',
    atOnce: 6,
    most: 2_000,
    ends: ['400', '413'],
    // Over the size limit of a body, over its limit of names, and within both.
    shots: (aim) =>
      [600_000, 150_000, 5_000].flatMap((count) =>
        [preview, '/api/v1/broadcasts'].map((path) => post(path, signedIn(aim), keys(count))),
      ),
  },
  {
    name: '[ × 3.9 million',
    atOnce: 4,
    most: 2_000,
    ends: ['400', '413'],
    shots: (aim) => [
      post('/api/v1/session', json, brackets(900)),
      post(preview, signedIn(aim), brackets(2_000_000)),
      post(preview, signedIn(aim), brackets(3_900_000)),
    ],
  },
  {
    name: 'a letter and blanks, 20 texts to the preview',
    atOnce: 4,
    most: 2_000,
    ends: ['200'],
    shots: (aim) => {
      const sms = `a${' '.repeat(9_998)}b`;
      const texts = Array.from({ length: 20 }, () => ({ language: 'sv', sms }));
      return [post(preview, signedIn(aim), body({ audience: near(somewhere), texts }))];
    },
  },
  {
    name: 'a letter and blanks, measured',
    atOnce: 4,
    most: 2_000,
    ends: ['200'],
    shots: (aim) =>
      [undefined, 'sv'].map((language) =>
        post('/api/v1/measure', signedIn(aim), body({ text: `a${' '.repeat(9_998)}b`, language })),
      ),
  },
  {
    name: 'near 500 and 4,000 identical lines',
    atOnce: 4,
    most: 2_000,
    ends: ['200', '413'],
    shots: (aim) => {
      const line = [
        [22.0, 65.5],
        [22.2, 65.52],
      ];
      return [500, 4_000].map((count) => {
        const lines = { type: 'MultiLineString', coordinates: Array.from({ length: count }, () => line) };
        return post(preview, signedIn(aim), body({ audience: near(lines) }));
      });
    },
  },
  {
    name: 'a drawn area of 9,900, 50,000 and 100,000 corners',
    atOnce: 4,
    most: 2_000,
    ends: ['200', '413'],
    shots: (aim) =>
      [9_900, 50_000, 100_000].map((corners) =>
        post(preview, signedIn(aim), body({ audience: { polygon: circle(corners) } })),
      ),
  },
  {
    name: 'slow bodies on 60 sockets',
    atOnce: 60,
    most: 60,
    ends: ['408'],
    shots: (aim) => [
      { ...post('/api/v1/session', json, Buffer.alloc(900, ' ')), sent: 600 },
      { ...post(preview, signedIn(aim), Buffer.alloc(2_000_000, ' ')), sent: 1_900_000 },
    ],
  },
  {
    name: 'letterbox PDF of 540 addresses',
    atOnce: 3,
    most: 6,
    ends: ['200'],
    shots: askFor(({ unreachedBlock }) => [broadcast(unreachedBlock, 'letterbox-notes.pdf')]),
  },
  {
    name: '40,000 unreached addresses as CSV',
    atOnce: 2,
    most: 6,
    ends: ['200'],
    shots: askFor(({ unreachedTown }) => [broadcast(unreachedTown, 'unreached.csv')]),
  },
  {
    name: '40,000 unreached addresses as GeoJSON and JSON',
    atOnce: 2,
    most: 6,
    ends: ['200'],
    shots: askFor(({ unreachedTown }) => [
      broadcast(unreachedTown, 'unreached.geojson'),
      broadcast(unreachedTown, 'unreached?limit=10000'),
    ]),
  },
  {
    name: '20,000 doubts as CSV',
    atOnce: 2,
    most: 6,
    ends: ['200'],
    shots: (aim) =>
      askFor(({ inDoubt }) => [broadcast(inDoubt, 'report/doubts')])(aim).map((shot) => ({
        ...shot,
        headers: { ...shot.headers, accept: 'text/csv' },
      })),
  },
  {
    name: '20,000 doubts as JSON',
    atOnce: 2,
    most: 6,
    ends: ['200'],
    shots: askFor(({ inDoubt }) => [broadcast(inDoubt, 'report/doubts')]),
  },
  {
    name: 'a hundred tabs: progress and the list',
    atOnce: 100,
    most: 400,
    ends: ['200'],
    // A stream stays open. A list is requested again as soon as it has arrived.
    shots: askFor(({ inDoubt }) => [
      ...Array.from({ length: 19 }, () => broadcast(inDoubt, 'events')),
      '/api/v1/broadcasts',
    ]),
  },
];
