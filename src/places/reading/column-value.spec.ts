import { columnsOf, valueOf, type ColumnValue } from './column-value.js';

const row: Readonly<Record<string, string | undefined>> = {
  trakt: 'PORSÖN',
  block: '1',
  enhet: '405',
  etikett: '3:2>1',
  'name:sv': '(1:Örnäset)',
  'list}': 'odd',
};
const text = (column: string): string | undefined => row[column];

describe('the value of a profile column for a row', () => {
  it.each<[string, ColumnValue, string | undefined, string[]]>([
    ['a column', 'trakt', 'PORSÖN', ['trakt']],
    ['an empty column', 'kvarter', undefined, ['kvarter']],
    ['a template', '{trakt} {block}:{enhet}', 'PORSÖN 1:405', ['trakt', 'block', 'enhet']],
    ['a template with an empty column', '{trakt} {kvarter}', undefined, ['trakt', 'kvarter']],
    ['a constant', { text: 'Luleå kommun' }, 'Luleå kommun', []],
    [
      'a part of a template',
      { from: '{trakt} {etikett}', matching: '^([^>]+)' },
      'PORSÖN 3:2',
      ['trakt', 'etikett'],
    ],
    ['a part of a column', { from: 'name:sv', matching: '^\\(1:(.+)\\)$' }, 'Örnäset', ['name:sv']],
    [
      'the first that is not empty',
      ['{trakt} {kvarter}', 'kvarter', 'trakt'],
      'PORSÖN',
      ['trakt', 'kvarter', 'kvarter', 'trakt'],
    ],
    ['a pattern that does not match', { from: 'trakt', matching: '^(\\d+)$' }, undefined, ['trakt']],
  ])('reads %s', (_what, value, expected, columns) => {
    expect(valueOf(value, text)).toBe(expected);
    expect(columnsOf(value)).toEqual(columns);
  });
});
