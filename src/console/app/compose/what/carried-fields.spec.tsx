import { render } from 'preact-render-to-string';
import type { Broadcast } from '../../api/answers.js';
import { BroadcastFacts } from '../../broadcast/contents/broadcast-facts.js';
import { bodyOf, emptyForm, formOf, type Carried } from '../form/form.js';
import { followUpForm } from '../follow-up/follow-up-form.js';
import { WhatStep } from './what-step.js';

/** Two values of each field: one that is new does not compile before it has them. */
const samples: { readonly [Field in keyof Required<Carried>]: readonly [Carried[Field], Carried[Field]] } = {
  channels: ['mobile-first', 'both'],
  exercise: [false, true],
};
const fields = Object.keys(samples) as (keyof Carried)[];
const broadcast = {
  id: 'b1',
  kind: 'alert',
  lane: 'urgent',
  audience: { places: ['p1'] },
  audienceName: 'Kronan',
  texts: [],
  channels: 'both',
  exercise: false,
  expiresAt: '2026-11-30T12:00:00Z',
} as unknown as Broadcast;
const now = new Date('2026-11-30T08:00:00Z');
const place = { id: 'p1', kind: 'area', name: 'Kronan', boundingBox: [0, 0, 1, 1], saved: false } as const;

describe.each(fields)('the field %s of a broadcast', (field) => {
  const [first, second] = samples[field];

  it('can be seen and changed where a broadcast is written', () => {
    const pageOf = (value: unknown) =>
      render(
        <WhatStep
          original={undefined}
          form={{ ...emptyForm, [field]: value }}
          change={() => undefined}
          faults={[]}
        />,
      );
    expect(pageOf(first)).not.toBe(pageOf(second));
  });

  it('is among the facts that an approver reads', () => {
    const pageOf = (value: unknown) =>
      render(<BroadcastFacts broadcast={{ ...broadcast, [field]: value }} />);
    expect(pageOf(first)).not.toBe(pageOf(second));
  });

  it.each([first, second])('is written back as it was read, when it is %p', (value) => {
    const form = formOf({ ...broadcast, [field]: value }, [place], 'Luleå kommun');
    expect(bodyOf(form, now)).toMatchObject({ [field]: value });
  });

  it.each([first, second])('begins a follow-up as it was, when it is %p', (value) => {
    expect(followUpForm({ ...broadcast, [field]: value }, 'update')).toMatchObject({ [field]: value });
  });
});
