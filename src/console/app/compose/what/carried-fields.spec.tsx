import { options, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { Broadcast } from '../../api/answers.js';
import { BroadcastFacts } from '../../contents/broadcast-facts.js';
import type { Change } from '../form/form-change.js';
import type { Carried } from '../form/carried.js';
import { bodyOf, emptyForm, formOf, type ComposeForm } from '../form/form.js';
import { followUpForm } from '../follow-up/follow-up-form.js';
import { WhatStep } from './what-step.js';

/** Two values for each field: a new field does not compile until it has them. */
const samples: { readonly [Field in keyof Required<Carried>]: readonly [Carried[Field], Carried[Field]] } = {
  channels: ['mobile-first', 'both'],
  exercise: [false, true],
  event: ['leak', 'planned'],
  page: ['https://alavik.example.se/vatten', 'https://alavik.example.se/'],
  template: [
    { id: '0190b5a0-0000-7000-8000-000000000001', version: 1 },
    { id: '0190b5a0-0000-7000-8000-000000000001', version: 2 },
  ],
  isPublic: [true, false],
  webOnly: [false, true],
  pageLink: [false, true],
  goesOn: [true, false],
  posts: [{ sv: 'Ett inlägg.' }, { sv: 'Ett annat.' }],
  noPosts: [false, true],
  readBy: [{ en: 'Anna Berg' }, { en: 'Aino Salo' }],
  points: [{ S5: { how: 'on-page' } }, { S5: { how: 'waived', reason: 'Redan avstängt' } }],
};
const fields = Object.keys(samples) as (keyof Carried)[];
/** A page and points belong to an event, and whoever has read it to a translation. */
const texts = ['sv', 'en'].map((language) => ({ language, sms: 'Hej' }));
const form = { ...emptyForm, event: 'leak', isPublic: true, texts } as const;
/** Only whoever corrects an all-clear is asked. */
const asked: Partial<Record<keyof Carried, { form: ComposeForm; original: Broadcast }>> = {
  goesOn: {
    form: { ...form, follows: { broadcast: 'b1', relation: 'correction' } },
    original: {
      id: 'b1',
      follows: { relation: 'all-clear', id: 'b0', root: 'b0' },
      createdAt: '2026-11-30T07:00:00Z',
      texts: [],
    } as unknown as Broadcast,
  },
};
/** Fields that say something of the texts are copied only where the texts are. */
const ofTexts: readonly string[] = ['template', 'readBy', 'posts'];
const broadcast = {
  id: 'b1',
  kind: 'alert',
  lane: 'urgent',
  audience: { places: ['p1'] },
  audienceName: 'Kronan',
  texts: [
    { language: 'sv', sms: 'Hej' },
    { language: 'en', sms: 'Hi' },
  ],
  channels: 'both',
  exercise: false,
  expiresAt: '2026-11-30T12:00:00Z',
} as unknown as Broadcast;
const now = new Date('2026-11-30T08:00:00Z');
const place = { id: 'p1', kind: 'area', name: 'Kronan', boundingBox: [0, 0, 1, 1], saved: false } as const;

/** What the inputs of a page do when they are used. */
function controlsOf(draw: () => string): ((event: object) => void)[] {
  const found: ((event: object) => void)[] = [];
  const before = { ...options };
  options.vnode = (node: VNode<{ onInput?: () => void; onChange?: () => void }>) => {
    before.vnode?.(node);
    if (!['input', 'select', 'textarea'].includes(String(node.type))) return;
    for (const use of [node.props.onInput, node.props.onChange]) if (use) found.push(use);
  };
  draw();
  Object.assign(options, { vnode: undefined }, before);
  return found;
}

/** The checklist asks how wide the window is. */
beforeAll(() => Object.assign(globalThis, { matchMedia: () => ({ matches: true }) }));
afterAll(() => Reflect.deleteProperty(globalThis, 'matchMedia'));

// The checklist itself shows points: checklist.spec.
describe.each(fields.filter((field) => field !== 'points'))('the field %s of a broadcast', (field) => {
  const [first, second] = samples[field];
  const shown = asked[field] ?? { form, original: undefined };

  it('is written by a control of the compose form', () => {
    const written = new Set<string>();
    const change: Change = (one) =>
      Object.keys(typeof one === 'function' ? one(shown.form) : one).forEach((name) => written.add(name));
    const controls = controlsOf(() => render(<WhatStep {...shown} change={change} faults={[]} />));
    for (const use of controls) use({ currentTarget: { value: 'anything' } });
    expect([...written]).toContain(field);
  });

  it('can be seen in the compose form', () => {
    const pageOf = (value: unknown) =>
      render(
        <WhatStep {...shown} form={{ ...shown.form, [field]: value }} change={() => undefined} faults={[]} />,
      );
    expect(pageOf(first)).not.toBe(pageOf(second));
  });

  it('is among the facts that an approver reads', () => {
    const pageOf = (value: unknown) =>
      render(<BroadcastFacts broadcast={{ ...broadcast, [field]: value }} />);
    expect(pageOf(first)).not.toBe(pageOf(second));
  });
});

it.each(samples.goesOn)('whether the danger goes on is never copied: its writer must say it', (goesOn) => {
  expect(followUpForm({ ...broadcast, goesOn }, 'correction')).toMatchObject({ goesOn: undefined });
});

describe.each(fields)('the field %s of a broadcast', (field) => {
  const [first, second] = samples[field];

  it.each([first, second])('survives a round trip through the form as %p', (value) => {
    const read = formOf({ ...broadcast, [field]: value }, [place], 'Luleå kommun');
    expect(bodyOf(read, now)).toMatchObject({ [field]: value });
  });

  if (field !== 'goesOn')
    it.each([first, second])('is copied to a follow-up as %p', (value) => {
      const relation = ofTexts.includes(field) ? 'correction' : 'update';
      expect(followUpForm({ ...broadcast, [field]: value }, relation)).toMatchObject({ [field]: value });
    });
});
