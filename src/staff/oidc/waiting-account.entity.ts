import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** An account that tried to sign in with the e-mail address of a member who has another account, or only a key. */
@Unique(['issuer', 'subject'])
@Entity('waiting_account')
export class WaitingAccountEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  name!: string;

  /** Normalised by `readEmail`. */
  @Column('text')
  email!: string;

  @Column('timestamptz')
  triedAt!: Date;
}
