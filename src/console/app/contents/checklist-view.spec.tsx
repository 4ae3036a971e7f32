import { render } from 'preact-render-to-string';
import { points, pointsOf } from '../../../messages/checklist/points.js';
import type { Broadcast } from '../api/answers.js';
import { ChecklistView } from './checklist-view.js';

const hows = [
  'found',
  'waived',
  'on-page',
  'in-text',
  'in-first',
  'found',
  'found',
  'open',
  'found',
  'open',
] as const;
const checklist: Broadcast['checklist'] = pointsOf('leak').map(({ id, requirement }, at) => ({
  id,
  requirement,
  ...points[id],
  how: hows[at]!,
  ...(hows[at] === 'waived' ? { reason: 'Vattnet är redan borta' } : {}),
  foundIn: [],
  missingIn: ['en'],
  unspokenIn: id === 'S3' || id === 'X3' ? ['sv'] : [],
}));
const texts = [{ language: 'sv' }, { language: 'en' }] as unknown as Broadcast['texts'];
const wordsOf = (more: object = {}) =>
  render(
    <ChecklistView
      heading="h2"
      broadcast={{ checklist, texts, page: 'https://alavik.example.se/', ...more }}
    />,
  );

describe('the checklist that an approver reads', () => {
  it('has what is missing and what was waived first, and what the text says last', () => {
    const html = wordsOf();
    const titles = [
      'Saknas<',
      'Behövs inte, enligt skribenten',
      'Står i texten, enligt skribenten',
      'Står på webbsidan',
      'Stod i det första meddelandet',
      'Står i texten<',
      'Saknas, men krävs inte',
    ];
    const at = titles.map((title) => html.indexOf(title));
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  it('has each waiver’s reason and source, and the link to the page', () => {
    const html = wordsOf();
    expect(html).toContain('från när: <q>Vattnet är redan borta</q>');
    expect(html).toContain('Källa: Egen praxis');
    expect(html).toContain('href="https://alavik.example.se/"');
  });

  it('says in which language a point is missing', () => {
    expect(wordsOf()).toContain('vem som skickar (engelska)');
  });

  it('says which required points the spoken text leaves out', () => {
    const html = wordsOf();
    const hint = html.slice(html.indexOf('Sms:et säger det här, men inte'));
    expect(hint).toContain('till när, eller att ingen vet än (svenska)');
    expect(hint).not.toContain('vem som skickar');
    const spoken = checklist.map((point) => ({ ...point, unspokenIn: [] }));
    expect(wordsOf({ checklist: spoken })).not.toContain('Sms:et säger');
  });

  it('is not there without an event', () => {
    expect(wordsOf({ checklist: undefined })).toBe('');
  });
});
