import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { BrandColours, BrandFile } from '../../platform/brand/brand-file.js';
import type { KeptLook } from '../../platform/brand/kept-look.js';
import { OptionalColumn, type Fields } from '../../platform/database/columns.js';

/** The look that the console keeps. One row, or none before it is first saved. */
@Entity('brand_look')
export class LookEntity implements Fields<KeptLook> {
  /** Always {@link onlyRow}. */
  @PrimaryColumn('int')
  id!: number;

  @OptionalColumn('text')
  name!: string | undefined;

  @OptionalColumn('jsonb')
  colours!: BrandColours | undefined;

  @Column('jsonb')
  footer!: BrandFile['footer'];

  @OptionalColumn('bytea')
  logo!: Buffer | undefined;

  @OptionalColumn('bytea')
  darkLogo!: Buffer | undefined;

  @OptionalColumn('bytea')
  printLogo!: Buffer | undefined;

  @Column('boolean')
  logoHasName!: boolean;

  @VersionColumn({ default: 1 })
  version!: number;
}

export const onlyRow = 1;
