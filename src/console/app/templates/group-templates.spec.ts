import type { Template } from '../api/answers.js';
import { groupTemplates } from './group-templates.js';

const template = (slug: string, more: Partial<Template> = {}): Template => ({ slug, ...more }) as Template;
const slugsOf = (templates: readonly Template[]) =>
  groupTemplates(templates).map(({ main, followUps }) => [main?.slug, followUps.map(({ slug }) => slug)]);

it('puts each follow-up below the template that it follows, and those of any broadcast last', () => {
  const templates = [
    template('update', { relation: 'update' }),
    template('boil'),
    template('boil-update', { relation: 'update', of: 'boil' }),
    template('leak'),
    template('boil-end', { relation: 'all-clear', of: 'boil' }),
  ];
  expect(slugsOf(templates)).toEqual([
    ['boil', ['boil-update', 'boil-end']],
    ['leak', []],
    [undefined, ['update']],
  ]);
});

it('shows a follow-up whose original is archived, and no group that is empty', () => {
  expect(slugsOf([template('boil-update', { relation: 'update', of: 'boil' })])).toEqual([
    [undefined, ['boil-update']],
  ]);
  expect(slugsOf([])).toEqual([]);
});
