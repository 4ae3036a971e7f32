import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OptionalColumn } from '../platform/database/columns.js';
import type { TemplateContent, TemplateState } from './template.js';

@Entity('template')
export class TemplateEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text')
  state!: TemplateState;

  /** The one in use. */
  @Column('int')
  version!: number;

  /** Order in lists; undefined for those of staff. */
  @OptionalColumn('int')
  position!: number | undefined;

  /** Undefined for those of staff. */
  @OptionalColumn('jsonb')
  shipped!: TemplateContent | undefined;

  @Column('boolean', { default: false })
  newerShipped!: boolean;
}
