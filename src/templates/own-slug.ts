/** Slugs of templates that staff add begin with this. No shipped one does, so an upgrade can't meet one of theirs. */
export const ownPrefix = 'own-';

/** A free slug for a template that staff add, from its Swedish name. */
export function ownSlug(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const slug = `${ownPrefix}${plain || 'template'}`.replace(/-$/, '');
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(tried)) return tried;
  }
}
