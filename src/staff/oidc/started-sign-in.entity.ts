import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in that was sent to the identity provider, by the hash of its `state`. It is used once. */
@Entity('started_sign_in')
export class StartedSignInEntity {
  @PrimaryColumn('bytea')
  stateHash!: Buffer;

  /** Hash of the secret in the browser's cookie. */
  @Column('bytea')
  browserHash!: Buffer;

  @Column('text')
  issuer!: string;

  @Column('text')
  nonce!: string;

  @Column('text')
  codeVerifier!: string;

  /** A path of the console. */
  @Column('text')
  returnTo!: string;

  @Column('timestamptz')
  expiresAt!: Date;
}
