import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OptionalColumn } from '../platform/database/columns.js';
import { MemberEntity } from './member.entity.js';

/** A member's key, by its hash. The key itself is not stored. */
@Entity('access_key')
export class AccessKeyEntity {
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => MemberEntity, { nullable: false })
  @JoinColumn()
  member!: Relation<MemberEntity>;

  @Column('text')
  label!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @OptionalColumn('timestamptz')
  revokedAt!: Date | undefined;
}
