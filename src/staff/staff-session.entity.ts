import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { OptionalColumn } from '../platform/database/columns.js';
import { AccessKeyEntity } from './access-key.entity.js';
import { StaffAccountEntity } from './oidc/staff-account.entity.js';

/** A session of a key or of an account, by the hash of its cookie's secret. It ends with the key. */
@Entity('staff_session')
export class StaffSessionEntity {
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @OptionalColumn('bytea')
  keyHash!: Buffer | undefined;

  @ManyToOne(() => AccessKeyEntity)
  @JoinColumn({ name: 'key_hash' })
  key!: Relation<AccessKeyEntity> | null;

  @OptionalColumn('text')
  issuer!: string | undefined;

  @OptionalColumn('text')
  subject!: string | undefined;

  @ManyToOne(() => StaffAccountEntity)
  @JoinColumn([
    { name: 'issuer', referencedColumnName: 'issuer' },
    { name: 'subject', referencedColumnName: 'subject' },
  ])
  account!: Relation<StaffAccountEntity> | null;

  /** The session at the identity provider. */
  @OptionalColumn('text')
  providerSession!: string | undefined;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
