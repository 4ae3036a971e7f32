import { peopleOf } from './match-people.js';

const anna = { id: 'a', name: 'Anna Ek', email: 'anna.ek@example.se' };
const bo = { id: 'b', name: 'Bo Öberg-Ås', email: 'bo@example.se' };
const twins = [
  { id: 'e1', name: 'Eva Ny', email: 'eva1@example.se' },
  { id: 'e2', name: 'Eva Ny', email: 'eva2@example.se' },
];
const people = [anna, bo, ...twins];
const event = (summary: string, ...attendees: { email?: string; name?: string }[]) => ({
  summary,
  attendees: attendees.map(({ email = '', name = '' }) => ({ email, name })),
});

describe('who is on duty by an event of a calendar', () => {
  it.each([
    ['who is invited, whatever the letter case', event('Jour', { email: 'Anna.Ek@Example.se' }), [anna]],
    ['who is invited by name', event('Jour', { email: 'private@example.com', name: 'anna ek' }), [anna]],
    ['everyone who is invited', event('Jour', { email: anna.email }, { email: bo.email }), [anna, bo]],
    ['who is invited, before who is in the title', event('Anna Ek', { email: bo.email }), [bo]],
    ['whose name the title is', event('Anna Ek'), [anna]],
    ['whose name is in the title', event('Jour: Bo Öberg-Ås (VA)'), [bo]],
    ['whose e-mail is in the title', event('Jour (eva1@example.se)'), [twins[0]]],
    ['nobody, when two have the name', event('Eva Ny'), []],
    ['nobody, when the title names two', event('Anna Ek, Bo Öberg-Ås'), []],
    ['nobody, when it is part of another name', event('Johanna Ekström'), []],
    ['nobody, when they do not work here', event('Jour', { email: 'per@example.se' }), []],
    ['nobody, in an empty title', event(''), []],
  ])('is %s', (_who, of, found) => expect(peopleOf(of, people)).toEqual(found));
});
