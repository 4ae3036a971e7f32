import { demoTopics } from './demo-topics.js';
import { slugPattern } from './topic.js';

describe('the demo’s topics', () => {
  it("the demo's topics have unique slugs and words in both languages", () => {
    expect(new Set(demoTopics.map(({ slug }) => slug)).size).toBe(demoTopics.length);
    for (const { slug, name, description, owner } of demoTopics) {
      expect(slug).toMatch(slugPattern);
      expect([name.sv, name.en, description.sv, description.en, owner]).not.toContain('');
    }
  });
});
