import { onPage } from '../../../../../test/support/hook-on-page.js';
import { answerByHand, paths, request } from '../../../../../test/support/requests-by-hand.js';
import { queryClient } from '../../api/query-client.js';
import { samples } from '../../../../../test/support/sample-templates.js';
import { emptyForm, type ComposeForm } from '../form/form.js';
import type { Change } from '../form/form-change.js';
import { takeTemplate } from '../form/template-texts.js';
import { useDrawnIn } from './use-drawn-in.js';

const town = 'Luleå kommun';
const porson = { areas: [{ id: 'a1', name: 'Porsön', isWhole: false }], elsewhere: false };
const square = (side: number) => ({
  type: 'Polygon' as const,
  coordinates: [[0, side].map((each) => [each, each])],
});

describe('the areas of a drawing', () => {
  answerByHand(queryClient);

  it('are asked for, and fill the place of the template', async () => {
    let form: ComposeForm = { ...emptyForm, polygon: square(1) };
    form = { ...form, ...takeTemplate(form, samples.boil, town), step: 2 };
    const change: Change = (patch) => {
      form = { ...form, ...(typeof patch === 'function' ? patch(form) : patch) };
    };
    const page = await onPage((now: ComposeForm) => useDrawnIn(now, change, town), form);
    expect(paths()).toEqual(['/places/drawn']);
    await request(0).answer(porson);
    expect(form.drawnIn).toEqual(porson);
    expect(form.texts[0]!.sms).toContain('Gäller: delar av Porsön. ');
    // Another drawing has no name until its own answer is there.
    form = { ...form, polygon: square(2) };
    await page.draw(form);
    expect(form.drawnIn).toBeUndefined();
    await request(1).answer({ areas: [], elsewhere: true });
    expect(form.texts[0]!.sms).toContain('Gäller: [plats]. ');
    await page.leave();
  });

  it('are not asked for without a drawing', async () => {
    const page = await onPage((now: ComposeForm) => useDrawnIn(now, () => undefined, town), emptyForm);
    expect(paths()).toEqual([]);
    await page.leave();
  });
});
