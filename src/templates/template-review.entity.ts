import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../staff/member.entity.js';
import { TemplateEntity } from './template.entity.js';

/** Somebody has read a translation. */
@Entity('template_review')
export class TemplateReviewEntity {
  @PrimaryColumn('uuid')
  templateId!: string;

  @ManyToOne(() => TemplateEntity, { nullable: false })
  @JoinColumn()
  template!: Relation<TemplateEntity>;

  @PrimaryColumn('text')
  language!: string;

  @PrimaryColumn('bytea')
  textHash!: Buffer;

  @Column('text')
  reviewer!: string;

  /** ISO date. */
  @Column('date')
  reviewedOn!: string;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('uuid')
  recordedBy!: string;

  @ManyToOne(() => MemberEntity, { nullable: false })
  @JoinColumn({ name: 'recorded_by' })
  recorder!: Relation<MemberEntity>;
}
