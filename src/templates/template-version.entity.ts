import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OptionalColumn } from '../platform/database/columns.js';
import { MemberEntity } from '../staff/member.entity.js';
import { TemplateEntity } from './template.entity.js';
import type { TemplateAct, TemplateContent } from './template.js';

/** Insert-only. */
@Entity('template_version')
export class TemplateVersionEntity {
  @PrimaryColumn('uuid')
  templateId!: string;

  @ManyToOne(() => TemplateEntity, { nullable: false })
  @JoinColumn()
  template!: Relation<TemplateEntity>;

  @PrimaryColumn('int')
  version!: number;

  @Column('jsonb')
  content!: TemplateContent;

  @Column('text')
  act!: TemplateAct;

  @Column('timestamptz')
  at!: Date;

  /** Undefined for the program itself. */
  @OptionalColumn('uuid')
  memberId!: string | undefined;

  @ManyToOne(() => MemberEntity)
  @JoinColumn()
  member!: Relation<MemberEntity> | undefined;
}
