import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isId } from '../kernel/ids.js';
import { TemplateEntity } from './template.entity.js';
import { TemplateReviewEntity } from './template-review.entity.js';
import { TemplateVersionEntity } from './template-version.entity.js';
import type { Review, Template, TemplateAct, TemplateContent, TemplateState } from './template.js';

export interface NewVersion {
  readonly content: TemplateContent;
  readonly act: TemplateAct;
  readonly at: Date;
  /** Undefined for the program itself. */
  readonly memberId?: string;
}

export interface KeptVersion extends NewVersion {
  readonly version: number;
}

/** Every statement on templates, their versions and reviews. */
@Injectable()
export class TemplatesRepository {
  constructor(private readonly db: DataSource) {}

  /** A transaction that no other change of templates runs beside. Changes are rare, and names are compared across all. */
  alone<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('budkavle.templates'))`);
      return work(tx);
    });
  }

  /** The shipped ones in their order, then those of staff by name. */
  async list(
    { id, state }: { id?: string; state?: TemplateState } = {},
    tx: EntityManager = this.db.manager,
  ): Promise<Template[]> {
    const rows = await tx.query<TemplateRow[]>(
      `SELECT t.id, t.slug, t.state, t.version, t.shipped, t.newer_shipped, v.content, r.reviews
       FROM template t JOIN template_version v ON v.template_id = t.id AND v.version = t.version
         CROSS JOIN LATERAL (
           SELECT coalesce(jsonb_agg(jsonb_build_object('language', language, 'textHash', encode(text_hash, 'hex'),
             'reviewer', reviewer, 'reviewedOn', reviewed_on)), '[]') AS reviews
           FROM template_review WHERE template_id = t.id) r
       WHERE ($1::uuid IS NULL OR t.id = $1) AND ($2::text IS NULL OR t.state = $2)
       ORDER BY t.position NULLS LAST, v.content->'name'->>'sv', t.id`,
      [id ?? null, state ?? null],
    );
    return rows.map(({ shipped, newer_shipped: newerShipped, ...row }) => ({
      ...row,
      ...(shipped ? { shipped } : {}),
      newerShipped,
    }));
  }

  async find(id: string, tx?: EntityManager): Promise<Template | undefined> {
    return (await this.list({ id }, tx))[0];
  }

  /** @param name an id or a slug */
  async findNamed(name: string): Promise<Template | undefined> {
    if (isId(name)) return this.find(name);
    const found = await this.db.manager.findOne(TemplateEntity, {
      select: { id: true },
      where: { slug: name },
    });
    return found ? this.find(found.id) : undefined;
  }

  /** What a version says; undefined if it does not exist. */
  async contentOf({ id, version }: Pick<Template, 'id' | 'version'>): Promise<TemplateContent | undefined> {
    const where = { templateId: id, version };
    return (await this.db.manager.findOne(TemplateVersionEntity, { where }))?.content;
  }

  /** Oldest first. */
  async versions(templateId: string): Promise<KeptVersion[]> {
    const found = await this.db.manager.find(TemplateVersionEntity, {
      where: { templateId },
      order: { version: 'ASC' },
    });
    return found.map(({ version, content, act, at, memberId }) => ({
      version,
      content,
      act,
      at,
      ...(memberId === undefined ? {} : { memberId }),
    }));
  }

  async add(
    template: Pick<Template, 'id' | 'slug' | 'shipped'> & { readonly position?: number },
    first: NewVersion,
    tx: EntityManager,
  ): Promise<void> {
    await tx.insert(TemplateEntity, { ...template, state: 'active', version: 1 });
    await tx.insert(TemplateVersionEntity, { ...first, templateId: template.id, version: 1 });
  }

  /** Puts a new version in use. The caller holds the lock of `alone` and has compared the version. */
  async renew(
    { id, version }: Pick<Template, 'id' | 'version'>,
    next: NewVersion,
    tx: EntityManager,
  ): Promise<void> {
    await tx.insert(TemplateVersionEntity, { ...next, templateId: id, version: version + 1 });
    await tx.update(TemplateEntity, { id }, { version: version + 1, newerShipped: false });
  }

  async setState(id: string, state: TemplateState, tx: EntityManager): Promise<void> {
    await tx.update(TemplateEntity, { id }, { state });
  }

  /** @param is what the program brings and the place in lists; undefined when it no longer brings the template */
  async setShipped(
    id: string,
    is:
      { readonly content: TemplateContent; readonly position: number; readonly isNewer: boolean } | undefined,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      'UPDATE template SET shipped = $2::jsonb, position = $3::int, newer_shipped = $4 WHERE id = $1',
      [id, is ? JSON.stringify(is.content) : null, is?.position ?? null, is?.isNewer ?? false],
    );
  }

  /** Replaces an earlier review of the same text. */
  async recordReview(
    templateId: string,
    { language, textHash, reviewer, reviewedOn }: Review,
    { at, memberId }: { readonly at: Date; readonly memberId: string },
    tx: EntityManager,
  ): Promise<void> {
    await tx.upsert(
      TemplateReviewEntity,
      {
        templateId,
        language,
        textHash: Buffer.from(textHash, 'hex'),
        reviewer,
        reviewedOn,
        recordedAt: at,
        recordedBy: memberId,
      },
      ['templateId', 'language', 'textHash'],
    );
  }

  async removeReview(
    templateId: string,
    { language, textHash }: Pick<Review, 'language' | 'textHash'>,
    tx: EntityManager,
  ): Promise<void> {
    await tx.delete(TemplateReviewEntity, {
      templateId,
      language,
      textHash: Buffer.from(textHash, 'hex'),
    });
  }
}

interface TemplateRow {
  id: string;
  slug: string;
  state: TemplateState;
  version: number;
  shipped: TemplateContent | null;
  newer_shipped: boolean;
  content: TemplateContent;
  reviews: Review[];
}
