import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccessKeyEntity } from './access-key.entity.js';

/** A session, by the hash of its cookie's secret. It ends with its key. */
@Entity('staff_session')
export class StaffSessionEntity {
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('bytea')
  keyHash!: Buffer;

  @ManyToOne(() => AccessKeyEntity, { nullable: false })
  @JoinColumn({ name: 'key_hash' })
  key!: Relation<AccessKeyEntity>;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
