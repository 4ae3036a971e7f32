import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../member.entity.js';

/** An account at the identity provider, and whose it is. */
@Entity('staff_account')
export class StaffAccountEntity {
  @PrimaryColumn('text')
  issuer!: string;

  @PrimaryColumn('text')
  subject!: string;

  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => MemberEntity, { nullable: false })
  @JoinColumn()
  member!: Relation<MemberEntity>;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
