import type { Broadcast } from '../api/answers.js';
import { unopened } from './unopened.js';

const broadcast = (more: object = {}) =>
  ({
    audience: { places: ['p'] },
    texts: [{ language: 'sv' }, { language: 'en' }],
    ...more,
  }) as unknown as Broadcast;
const missing = (b: Broadcast, ...opened: string[]) => unopened(b, new Set(opened)).map(({ sv }) => sv);

describe('what an approver has not opened', () => {
  it('is the map and each text', () =>
    expect(missing(broadcast())).toEqual(['kartan', 'texten på svenska', 'texten på engelska']));

  it('is the checklist, where there is one', () =>
    expect(missing(broadcast({ checklist: [] }), 'map', 'text-sv', 'text-en')).toEqual(['checklistan']));

  it('is no map for a topic', () =>
    expect(missing(broadcast({ audience: { topic: 't' } }), 'text-sv')).toEqual(['texten på engelska']));

  it('is what is published, which alone has a text if no phone gets it', () => {
    const isPublic = true;
    expect(missing(broadcast({ isPublic }), 'map', 'text-sv', 'text-en')).toEqual(['det som publiceras']);
    expect(missing(broadcast({ isPublic, webOnly: true }), 'map')).toEqual(['det som publiceras']);
    expect(missing(broadcast({ isPublic, webOnly: true }), 'map', 'web')).toEqual([]);
  });

  it('is nothing when all was opened', () =>
    expect(missing(broadcast(), 'map', 'text-sv', 'text-en')).toEqual([]));
});
