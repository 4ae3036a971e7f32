import { render } from 'preact-render-to-string';
import { ChosenParts } from './chosen-parts.js';
import { emptyForm } from '../form/form.js';

const kronan = { id: '1', kind: 'area' as const, name: 'Kronan', boundingBox: [0, 0, 1, 1] as const };

describe('the list of chosen parts', () => {
  const pageOf = (more: object): string =>
    render(
      <ChosenParts form={{ ...emptyForm, ...more }} change={() => undefined} onRemoved={() => undefined} />,
    );

  it('includes places left out, and the chosen roles', () => {
    const page = pageOf({ places: [kronan], minus: [kronan], roles: ['owner', 'business'] });
    expect(page).toContain('Ta bort Kronan');
    expect(page).toMatch(/Utom<\/span> Kronan/);
    expect(page).toMatch(/Bara<\/span> Ägare som bor på annat håll, Företag och verksamheter/);
  });

  it('shows a property with the address by which it was chosen', () => {
    const house = { ...kronan, kind: 'property', name: 'Innerstaden 1:11', address: 'Storgatan 12 A' };
    const page = pageOf({ places: [house], minus: [house] });
    expect(page).toMatch(/Fastighet<\/span> Storgatan 12 A \(Innerstaden 1:11\)/);
    expect(page).toMatch(/Utom<\/span> Storgatan 12 A \(Innerstaden 1:11\)/);
    expect(page).toContain('aria-label="Ta bort Storgatan 12 A (Innerstaden 1:11)"');
  });

  it('distinguishes a saved area from a real one of the same name', () => {
    const saved = { ...kronan, id: '2', saved: true };
    const page = pageOf({ places: [kronan, saved], minus: [saved] });
    expect(page).toMatch(/Bostadsområde<\/span> Kronan/);
    expect(page).toMatch(/>Sparad yta<\/span> Kronan/);
    expect(page).toMatch(/Utom sparad yta<\/span> Kronan/);
    expect(page).toContain('aria-label="Ta bort Kronan"');
    expect(page).toContain('aria-label="Ta bort Sparad yta Kronan"');
  });

  it('does not mention roles when all are included', () => {
    expect(pageOf({ places: [kronan] })).not.toContain('Bara');
  });
});
