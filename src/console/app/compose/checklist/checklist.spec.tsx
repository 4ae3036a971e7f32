import { render } from 'preact-render-to-string';
import { checkPoints } from '../../../../messages/checklist/check-points.js';
import { points } from '../../../../messages/checklist/points.js';
import type { Broadcast } from '../../api/answers.js';
import { emptyForm, type ComposeForm } from '../form/form.js';
import { Checklist } from './checklist.js';
import { checklistOf, inOrder } from './checklist-of.js';
import type { Reviewed } from './use-review.js';

const review = (form: ComposeForm): Reviewed[] =>
  form.texts.map((text) => ({
    text,
    language: text.language,
    points: checkPoints(form.event!, text.sms, text.language).map((point) => ({
      ...point,
      ...points[point.id],
    })),
    ...(text.voice === undefined
      ? {}
      : {
          spoken: checkPoints(form.event!, text.voice, text.language).map((point) => ({
            ...point,
            ...points[point.id],
          })),
        }),
    unfilled: [],
    readability: { lix: 30, verdict: null, words: 5, longSentences: [], hardWords: [] },
    encoding: 'GSM-7',
    segments: 1,
  }));
const leak = (more: Partial<ComposeForm> = {}): ComposeForm => ({
  ...emptyForm,
  event: 'leak',
  texts: [{ language: 'sv', sms: 'Vattenläcka på Storgatan. Vattnet är avstängt från kl 9 till kl 12.' }],
  ...more,
});
const page = (form: ComposeForm, more: { original?: Broadcast; faults?: string[] } = {}) =>
  render(
    <Checklist
      form={form}
      original={more.original}
      reviewed={review(form)}
      change={() => undefined}
      faults={(more.faults ?? []).map((field) => ({ field, wording: { sv: '', en: '' } }))}
    />,
  );
let wide = true;
beforeAll(() => Object.assign(globalThis, { matchMedia: () => ({ matches: wide }) }));
afterAll(() => Reflect.deleteProperty(globalThis, 'matchMedia'));

describe('the checklist beside the text', () => {
  it('counts what is missing, and offers three ways for each point', () => {
    const html = page(leak());
    expect(html).toContain('5 punkter saknas');
    for (const way of ['I texten', 'På webbsidan', 'Behövs inte …'])
      expect(html).toContain(`aria-label="${way}: var man hämtar vatten"`);
    expect(html).not.toContain('aria-label="I texten: varför"');
    expect(html).toContain('Egen praxis, efter vattenbolags sidor om avstängningar');
  });

  it('shows how each point is met, with the reason of a waiver', () => {
    const html = page(
      leak({ points: { S5: { how: 'waived', reason: 'Redan borta' }, S6: { how: 'on-page' } } }),
    );
    expect(html).toContain('3 punkter saknas');
    expect(html).toContain('behövs inte: Redan borta');
    expect(html).toContain('står på webbsidan');
  });

  it('says what a spoken text of its own leaves out', () => {
    const [text] = leak().texts;
    const spoken = page(
      leak({ texts: [{ ...text!, voice: 'Vattnet på Storgatan är avstängt från kl 9.' }] }),
    );
    const hint = spoken.slice(spoken.indexOf('Sms:et säger det här, men inte'));
    expect(hint).toContain('<li>till när, eller att ingen vet än</li>');
    expect(page(leak())).not.toContain('Sms:et säger det här');
  });

  it('says that everything is there, though an advised point is open', () => {
    const points = Object.fromEntries(['S5', 'S6', 'S7', 'S8', 'S9'].map((id) => [id, { how: 'on-page' }]));
    const html = page(leak({ points }));
    expect(html).toContain('allt är med');
    expect(html).toContain('Bra att ha med');
  });

  it('names the language in which a point is missing, if there are several', () => {
    const texts = [...leak().texts, { language: 'en', sms: 'Leak on Storgatan.' }];
    expect(page(leak({ texts }))).toContain('från när (engelska)');
  });

  it('is closed where there is little room, until the submission was refused because of a point', () => {
    wide = false;
    expect(page(leak())).not.toContain('<details class="checklist" open');
    expect(page(leak(), { faults: ['point-S5'] })).toContain('<details class="checklist" open');
    wide = true;
    expect(page(leak())).toContain('<details class="checklist" open');
  });

  it('is not there without an event', () => {
    expect(
      render(
        <Checklist
          form={emptyForm}
          original={undefined}
          reviewed={[]}
          change={() => undefined}
          faults={[]}
        />,
      ),
    ).toBe('');
  });
});

describe('the order of the checklist', () => {
  const original = {
    event: 'leak',
    checklist: [
      { id: 'S7', how: 'on-page' },
      { id: 'S5', how: 'waived' },
    ],
  } as unknown as Broadcast;
  const update = leak({ follows: { broadcast: 'b1', relation: 'update' } });

  it('is what is missing, what is advised, what is met', () => {
    const { missing, advised, met } = inOrder(checklistOf(leak(), undefined, review(leak())));
    expect([missing, advised, met].map((part) => part.map(({ id }) => id))).toEqual([
      ['S5', 'S6', 'S7', 'S8', 'S9'],
      ['X3'],
      ['S1', 'S2', 'S3', 'S4'],
    ]);
  });

  it('has what the alert said as met, if the update is about the same event', () => {
    const how = (form: ComposeForm) =>
      Object.fromEntries(checklistOf(form, original, review(form)).map((point) => [point.id, point.how]));
    expect(how(update)).toMatchObject({ S7: 'in-first', S5: 'open' });
    expect(how({ ...update, event: 'planned' })).toMatchObject({ S7: 'open' });
  });

  it('has everything as missing until the review has come', () => {
    expect(inOrder(checklistOf(leak(), undefined, [])).missing).toHaveLength(9);
  });
});
