import { Readable } from 'node:stream';
import { personOf } from './person-command.js';

const usage = 'how it is used';
const reason = ['--reason', 'KS 2026-17'];
const person = (argv: string[], typed = '') => personOf(argv, usage, Readable.from([typed]));

describe('a command about one person', () => {
  it.each([
    ['from standard input when no number is given', reason, '070-174 06 05\n'],
    ['from standard input for a dash', ['-', ...reason], '  070-174 06 05\r\nmore\n'],
    ['without an end of line', reason, '070-174 06 05'],
    ['from the arguments', ['070-174 06 05', ...reason], '070-174 06 06\n'],
  ])('takes the number %s', async (_name, argv, typed) => {
    expect(await person(argv, typed)).toEqual({ phone: '070-174 06 05', reason: 'KS 2026-17' });
  });

  it.each([
    ['no number anywhere', reason],
    ['no reason', ['0701740605']],
    ['two numbers', ['0701740605', '0701740606', ...reason]],
    ['an unknown option', ['0701740605', ...reason, '--now']],
  ])('throws with its usage for %s', async (_name, argv) => {
    await expect(person(argv)).rejects.toThrow(usage);
  });
});
