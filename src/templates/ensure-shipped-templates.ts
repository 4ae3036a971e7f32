import type { DataSource, EntityManager } from 'typeorm';
import { newId } from '../kernel/ids.js';
import { isSameContent } from './changes-between.js';
import { shippedTemplates, type ShippedTemplate } from './shipped/shipped-templates.js';
import type { Template } from './template.js';
import { TemplatesRepository } from './templates.repository.js';

/**
 * Writes the templates that come with the program, and what is new in them after an upgrade. What staff have changed
 * stays in use; then the newer text is only offered. Safe to repeat, and in several processes at once.
 */
export async function ensureShippedTemplates(
  db: DataSource,
  now: Date,
  catalogue: readonly ShippedTemplate[] = shippedTemplates,
): Promise<void> {
  const templates = new TemplatesRepository(db);
  await templates.alone(async (tx) => {
    const kept = new Map((await templates.list({}, tx)).map((template) => [template.slug, template]));
    for (const [position, { slug, ...content }] of catalogue.entries()) {
      const template = kept.get(slug);
      kept.delete(slug);
      if (template) await bringUpToDate(templates, { template, content, position, now }, tx);
      else
        await templates.add(
          { id: newId(now), slug, shipped: content, position },
          { content, act: 'shipped', at: now },
          tx,
        );
    }
    // No longer shipped: from now on it is the municipality's own.
    for (const { id, shipped } of kept.values()) if (shipped) await templates.setShipped(id, undefined, tx);
  });
}

interface Renewal {
  readonly template: Template;
  readonly content: Template['content'];
  readonly position: number;
  readonly now: Date;
}

async function bringUpToDate(
  templates: TemplatesRepository,
  { template, content, position, now }: Renewal,
  tx: EntityManager,
): Promise<void> {
  const { id, shipped } = template;
  const isNew = !shipped || !isSameContent(shipped, content);
  const isUntouched = shipped !== undefined && isSameContent(template.content, shipped);
  if (isNew && isUntouched) await templates.renew(template, { content, act: 'shipped', at: now }, tx);
  const isOffered = !isUntouched && !isSameContent(template.content, content);
  const isNewer = isNew ? isOffered : template.newerShipped;
  await templates.setShipped(id, { content, position, isNewer }, tx);
}
