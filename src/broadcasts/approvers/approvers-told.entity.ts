import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { BroadcastEntity } from '../broadcast.entity.js';

/** That approvers were told of a submission, once, or reminded, once. */
@Entity('approvers_told')
export class ApproversToldEntity {
  @PrimaryColumn('uuid')
  broadcastId!: string;

  @ManyToOne(() => BroadcastEntity, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  broadcast!: Relation<BroadcastEntity>;

  /** Names the submission: a broadcast may be returned and submitted again. */
  @PrimaryColumn('timestamptz')
  submittedAt!: Date;

  @PrimaryColumn('boolean')
  reminder!: boolean;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { array: true })
  texted!: string[];

  /** The notice to each of `texted`, in the same order. */
  @Column('uuid', { array: true, default: [] })
  notices!: string[];

  /** Who should have been told, but has no phone or has had too many texts. */
  @Column('uuid', { array: true })
  notTexted!: string[];
}
