import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { OptionalColumn, type Fields } from '../../platform/database/columns.js';
import type { NetworkName } from './network.js';
import type { SocialAccount } from './social-account.js';

@Unique(['network', 'address', 'remoteId'])
@Entity('social_account')
export class SocialAccountEntity implements Fields<SocialAccount> {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  network!: NetworkName;

  @Column('text')
  address!: string;

  @Column('text')
  remoteId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  profile!: string;

  @Column('text')
  language!: string;

  @Column('int')
  mostCharacters!: number;

  @OptionalColumn('int')
  linkCharacters!: number | undefined;

  /** Sealed. */
  @Column('bytea')
  token!: Buffer;

  @OptionalColumn('timestamptz')
  activeSince!: Date | undefined;

  @OptionalColumn('timestamptz')
  refusedAt!: Date | undefined;

  @Column('timestamptz')
  createdAt!: Date;

  @VersionColumn({ default: 1 })
  version!: number;
}
