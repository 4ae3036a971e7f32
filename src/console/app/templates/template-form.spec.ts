import type { Template } from '../api/answers.js';
import { bodyOf, emptyForm, emptyText, formOf, isChanged, withText } from './template-form.js';

const template = {
  id: '1',
  slug: 'road',
  name: { sv: 'Väg', en: 'Road' },
  lane: 'routine',
  exercise: false,
  placeholders: [
    { name: 'plats', kind: 'place', label: { sv: 'Plats', en: 'Place' } },
    { name: 'från', kind: 'time', label: { sv: 'Från', en: 'From' }, example: { sv: 'kl. 8', en: '8 am' } },
  ],
  texts: [
    { language: 'sv', sms: 'Stängt: [plats].', reviewed: { by: 'Eva', at: '2026-01-20' } },
    {
      language: 'en',
      sms: 'Closed: [plats].',
      voice: 'It is closed.',
      headline: 'Road closed',
      web: 'More.',
    },
  ],
  version: 3,
  state: 'active',
  shipped: true,
  changed: false,
  newerShipped: false,
} as const satisfies Template;

describe('the form of a template', () => {
  it('sends back exactly the content that was read', () => {
    const { name, lane, exercise, placeholders, texts } = template;
    const [{ reviewed: _, ...swedish }, english] = texts;
    const content = { name, lane, exercise, placeholders, texts: [swedish, english] };
    expect(bodyOf(formOf(template))).toEqual(content);
    expect(isChanged(formOf(template), template)).toBe(false);
  });

  it('has changed when a text has, and not when an empty text became blank', () => {
    const form = formOf(template);
    const [swedish] = form.texts;
    expect(isChanged(withText(form, { ...swedish!, sms: 'Öppet.' }), template)).toBe(true);
    expect(isChanged(withText(form, { ...swedish!, web: ' ' }), template)).toBe(false);
  });

  it('takes a placeholder’s name with or without its brackets, and one example for both languages', () => {
    const placeholder = { name: '[hämta] ', kind: 'place', label: { sv: 'a', en: 'b' } } as const;
    const form = { ...emptyForm, placeholders: [{ ...placeholder, example: { sv: 'Torget', en: '' } }] };
    expect(bodyOf(form).placeholders).toEqual([
      { ...placeholder, name: 'hämta', example: { sv: 'Torget', en: 'Torget' } },
    ]);
  });

  it('keeps what a template follows only while it is a follow-up', () => {
    expect(bodyOf({ ...emptyForm, of: 'boil-water' })).not.toHaveProperty('of');
    expect(bodyOf({ ...emptyForm, relation: 'update', of: 'boil-water' })).toMatchObject({
      of: 'boil-water',
    });
  });

  it('begins with place and time', () => {
    expect(bodyOf(emptyForm).placeholders.map(({ name }) => name)).toEqual(['plats', 'från']);
    expect(emptyText('fi')).toEqual({
      ...{ language: 'fi', sms: '', voice: '' },
      ...{ headline: '', web: '' },
    });
  });
});
