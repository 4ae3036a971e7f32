import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InterfaceLanguage } from '../kernel/language.js';
import type { PhoneKind } from '../kernel/phone-number.js';
import type { ClientHashes } from '../platform/allowances/allowances.repository.js';
import { OptionalColumn, type Fields } from '../platform/database/columns.js';
import type { Verification } from './verification.js';

/** A pending code, or the session that it opened. Only hashes of the code and the session are stored. */
@Entity('verification')
export class VerificationEntity implements Fields<Verification> {
  @PrimaryColumn('bytea')
  sessionHash!: Buffer;

  @Column('bytea')
  codeHash!: Buffer;

  @Column('text')
  phone!: string;

  @Column('text', { default: 'mobile' })
  kind!: PhoneKind;

  @Column('text', { default: 'topics' })
  purpose!: string;

  @Column('text')
  language!: InterfaceLanguage;

  @OptionalColumn('uuid', { array: true })
  wanted!: readonly string[] | undefined;

  @Column('bytea')
  clientHash!: Buffer;

  @OptionalColumn('bytea')
  siteHash!: Buffer | undefined;

  @OptionalColumn('bytea')
  networkHash!: Buffer | undefined;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('smallint', { default: 0 })
  tries!: number;

  @OptionalColumn('timestamptz')
  confirmedAt!: Date | undefined;

  @OptionalColumn('timestamptz')
  trustedUntil!: Date | undefined;
}

export const toVerification = (entity: VerificationEntity): Verification => ({
  phone: entity.phone,
  kind: entity.kind,
  purpose: entity.purpose,
  language: entity.language,
  wanted: entity.wanted,
  expiresAt: entity.expiresAt,
  tries: entity.tries,
  confirmedAt: entity.confirmedAt,
  trustedUntil: entity.trustedUntil,
});

/** The client hashes that its tries are counted against. */
export const clientHashesOf = ({ clientHash, siteHash, networkHash }: VerificationEntity): ClientHashes => ({
  client: clientHash,
  site: siteHash,
  network: networkHash ?? clientHash,
});
