import { render } from 'preact-render-to-string';
import type { Right } from '../../../staff/rights.js';
import type { TemplateInFull } from '../api/answers.js';
import { TemplatePage } from './template-page.js';

const texts = [
  { language: 'sv', sms: 'Stängt: [plats].', reviewed: { by: 'Eva Läsare', at: '2026-01-20' } },
  { language: 'ar', sms: 'مغلق: [plats].' },
];
const placeholders = [{ name: 'plats', kind: 'place', label: { sv: 'Plats', en: 'Place' } }] as const;
const content = {
  name: { sv: 'Avstängd väg', en: 'Closed road' },
  lane: 'routine',
  exercise: false,
  placeholders,
  texts,
} as const;
const template: TemplateInFull = {
  ...content,
  id: 't1',
  slug: 'road',
  version: 2,
  state: 'active',
  shipped: true,
  changed: false,
  newerShipped: false,
  versions: [
    { ...content, version: 2, act: 'written', at: '2026-01-20T10:00:00.000Z', by: 'Olga Berg' },
    { ...content, version: 1, act: 'shipped', at: '2026-01-19T10:00:00.000Z' },
  ],
};

let shownTemplate = template;
let mine: readonly Right[] = [];
jest.mock('../api/use-query.js', () => ({
  useQuery: () => ({ data: shownTemplate, loading: false, reload: () => undefined }),
}));
jest.mock('../waiting/waiting.js', () => ({ useWaiting: () => 0 }));
jest.mock('../session/session.js', () => ({ useSession: () => ({ member: { may: mine } }) }));

const page = (
  change: Partial<TemplateInFull> = {},
  may: readonly Right[] = ['template.read', 'template.write'],
) => {
  shownTemplate = { ...template, ...change };
  mine = may;
  return render(<TemplatePage id="t1" />);
};

describe('the page of a template', () => {
  it('offers every change to a member who may write', () => {
    const html = page();
    for (const offered of ['Spara', 'Arkivera', 'Markera som granskad', 'Ta bort granskningen', 'Ny lucka'])
      expect(html).toContain(`>${offered}<`);
    expect(html).not.toContain('readonly');
  });

  it('is only for reading for a member who may not', () => {
    const html = page({}, ['template.read']);
    for (const offered of ['Spara', 'Arkivera', 'Markera som granskad', 'Ta bort granskningen', 'Ny lucka'])
      expect(html).not.toContain(`>${offered}<`);
    expect(html).toContain('readonly');
    expect(html).toContain('Granskad av Eva Läsare 2026-01-20.');
  });

  it('names the languages that nobody has reviewed', () => {
    expect(page()).toContain('Inte granskad: arabiska');
    const [swedish] = texts;
    expect(page({ texts: [swedish!] })).toContain('Alla språk är granskade');
  });

  it('lets an archived template be restored, and nothing else', () => {
    const html = page({ state: 'archived', changed: true });
    expect(html).toContain('>Ta tillbaka<');
    expect(html).not.toContain('>Spara<');
    expect(html).not.toContain('>Återställ<');
  });

  it('shows the newer text that an upgrade brought, and offers to take it', () => {
    const asShipped = { ...content, texts: [{ language: 'sv', sms: 'Nyare text.' }] };
    const html = page({ changed: true, newerShipped: true, asShipped });
    expect(html).toContain('Nyare text finns');
    expect(html).toContain('Nyare text.');
    expect(html).toContain('>Återställ<');
    expect(page()).not.toContain('>Återställ<');
  });

  it('tells who wrote each version', () => {
    const html = page();
    expect(html).toMatch(/Version 2, .*skriven av Olga Berg/u);
    expect(html).toMatch(/Version 1, .*följde med programmet/u);
  });
});
