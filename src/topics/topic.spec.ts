import type { Member, Role } from '../staff/member.js';
import { demoTopics } from './demo-topics.js';
import { requireMayWrite, slugPattern } from './topic.js';

const member = (role: Role): Member => ({
  id: 'm',
  name: 'Aino Alm',
  email: 'aino@example.com',
  departmentId: 'water',
  departmentName: 'VA',
  roles: [role],
  via: 'session',
});

describe('requireMayWrite', () => {
  it.each([
    ['service-owner', 'water', undefined],
    ['service-owner', 'culture', 'topic.other-department'],
    ['admin', 'culture', undefined],
    ['author', 'water', 'staff.role-required'],
  ] as const)('a %s of the water department who writes a topic of %s gets: %s', (role, department, code) => {
    const write = () => requireMayWrite(member(role), department);
    if (code) expect(write).toThrow(expect.objectContaining({ code }));
    else expect(write).not.toThrow();
  });
});

describe('the demo’s topics', () => {
  it("the demo's topics have unique slugs and words in both languages", () => {
    expect(new Set(demoTopics.map(({ slug }) => slug)).size).toBe(demoTopics.length);
    for (const { slug, name, description, owner } of demoTopics) {
      expect(slug).toMatch(slugPattern);
      expect([name.sv, name.en, description.sv, description.en, owner]).not.toContain('');
    }
  });
});
