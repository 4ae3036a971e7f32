import { options, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { Broadcast } from '../../api/answers.js';
import type { Change } from '../form/form-change.js';
import { messageFaults } from '../form/form-faults.js';
import { asksIfItGoesOn } from '../form/follow-up.js';
import { emptyForm, type ComposeForm } from '../form/form.js';
import { GoesOnChoice } from './goes-on-choice.js';

const original = {
  id: 'b1',
  event: 'danger-over',
  follows: { relation: 'all-clear', id: 'b0', root: 'b0' },
} as unknown as Broadcast;
const form: ComposeForm = {
  ...emptyForm,
  follows: { broadcast: 'b1', relation: 'correction' },
  event: 'danger-over',
  texts: [{ language: 'sv', sms: 'Faran är inte över.' }],
};
const draw = (one: ComposeForm, change: Change = () => undefined) =>
  render(<GoesOnChoice form={one} original={original} change={change} fault={undefined} />);

/** Answers the nth choice. @returns the form afterwards */
function answer(one: ComposeForm, nth: number): ComposeForm {
  const uses: (() => void)[] = [];
  const before = { ...options };
  options.vnode = (node: VNode<{ onChange?: () => void }>) => {
    before.vnode?.(node);
    if (node.type === 'input' && node.props.onChange) uses.push(node.props.onChange);
  };
  let after = one;
  draw(one, (patch) => {
    after = { ...after, ...(typeof patch === 'function' ? patch(after) : patch) };
  });
  Object.assign(options, { vnode: undefined }, before);
  uses[nth]!();
  return after;
}

describe('the question whether the danger goes on', () => {
  it('is asked of whoever corrects an all-clear, or a correction of one', () => {
    expect(asksIfItGoesOn(form, original)).toBe(true);
    const corrected = { follows: { relation: 'correction', id: 'b1', root: 'b0' }, goesOn: false } as const;
    expect(asksIfItGoesOn(form, corrected)).toBe(true);
    expect(asksIfItGoesOn(form, { follows: undefined })).toBe(false);
    expect(asksIfItGoesOn({ follows: { broadcast: 'b1', relation: 'update' } }, original)).toBe(false);
  });

  it('has no answer beforehand, and without one there is no next step', () => {
    expect(draw(form)).not.toContain('checked');
    const faultsOf = (one: ComposeForm) =>
      messageFaults(one, new Date(), 'Luleå kommun', { asksIfItGoesOn: true }).map(({ field }) => field);
    expect(faultsOf(form)).toContain('goes-on');
    expect(faultsOf(answer(form, 1))).not.toContain('goes-on');
  });

  it('leaves out the event of an all-clear if the danger goes on, and puts it back if not', () => {
    const goesOn = answer({ ...form, template: { id: 't', version: 1 } }, 0);
    expect(goesOn).toMatchObject({ goesOn: true, event: undefined, template: undefined });
    expect(goesOn.texts).toEqual(form.texts);
    expect(answer(goesOn, 1)).toMatchObject({ goesOn: false, event: 'danger-over' });
  });
});
