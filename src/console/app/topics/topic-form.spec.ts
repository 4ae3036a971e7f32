import { bodyOf, emptyTopic, faultsOf, slugFrom, type TopicForm } from './topic-form.js';

const whole: TopicForm = {
  name: { sv: 'Sophämtning', en: 'Waste' },
  description: { sv: 'När vi hämtar.', en: 'When we collect.' },
  owner: 'Enhetschef avfall',
  slug: 'sophamtning',
  state: 'open',
  position: '3',
  hours: undefined,
  isPublic: false,
};

describe('the form of a topic', () => {
  it.each([
    ['Sophämtning & återvinning', 'sophamtning-atervinning'],
    ['  Vägar, Öjebyn!  ', 'vagar-ojebyn'],
    ['å'.repeat(80), 'a'.repeat(60)],
    ['!', ''],
  ])('suggests an address for %j', (name, slug) => {
    expect(slugFrom(name)).toBe(slug);
  });

  it('has no faults when everything is written', () => {
    expect(faultsOf(whole)).toEqual({});
  });

  it('names every field that is empty', () => {
    expect(Object.keys(faultsOf(emptyTopic)).sort()).toEqual(
      ['description.en', 'description.sv', 'name.en', 'name.sv', 'owner', 'slug'].sort(),
    );
  });

  it.each(['-1', '1.5', '10001', '', 'tre'])('refuses the place %j in the list', (position) => {
    expect(Object.keys(faultsOf({ ...whole, position }))).toEqual(['position']);
  });

  it.each(['Sopor', 'a--b', '-a', 'a_b'])('refuses the address %j', (slug) => {
    expect(Object.keys(faultsOf({ ...whole, slug }))).toEqual(['slug']);
  });

  it('sends numbers as numbers, and no address', () => {
    const { slug: _, ...rest } = whole;
    expect(bodyOf(whole)).toEqual({ ...rest, position: 3, hours: null });
  });
});
