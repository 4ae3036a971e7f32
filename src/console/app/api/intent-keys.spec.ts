import { IntentKeys } from './intent-keys.js';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};

describe("an intent's idempotency key", () => {
  it('the key stays the same through retries and a reload, until the API has answered', () => {
    const tab = memory();
    const before = new IntentKeys(tab).keyFor('create', { text: 'Hej' });
    const afterReload = new IntentKeys(tab);
    expect(afterReload.keyFor('create', { text: 'Hej' })).toBe(before);
    afterReload.settle('create');
    expect(afterReload.keyFor('create', { text: 'Hej' })).not.toBe(before);
  });

  it('the key differs for another content and for another intent', () => {
    const keys = new IntentKeys(memory());
    const first = keys.keyFor('create', { text: 'Hej' });
    expect(keys.keyFor('submit', { text: 'Hej' })).not.toBe(first);
    expect(keys.keyFor('create', { text: 'Hej då' })).not.toBe(first);
  });

  it('the key is a UUID', () => {
    expect(new IntentKeys(memory()).keyFor('create', {})).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
