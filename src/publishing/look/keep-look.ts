import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { refusal } from '../../kernel/refusal.js';
import type { BrandColours } from '../../platform/brand/brand-file.js';
import { contrastFaults, type ContrastFault } from '../../platform/brand/contrast-pairs.js';
import { readUpload, type KeptLook } from '../../platform/brand/kept-look.js';
import { tokensOf } from '../../platform/brand/tokens-of.js';
import { AuditLog } from '../../staff/audit-log.js';
import type { Member } from '../../staff/member.js';
import { FollowLook } from './follow-look.js';
import { LookRepository } from './look.repository.js';

const LookChangedMeanwhile = refusal('look.changed-meanwhile', 'conflict', {
  sv: 'Någon annan har ändrat utseendet. Läs om sidan.',
  en: 'Somebody else has changed the look. Reload the page.',
});
const ImageRefused = refusal('look.image-refused', 'invalid', {
  sv: 'Bilden kan inte användas. En logotyp är SVG eller PNG, högst 200 kB och 2000 × 2000 bildpunkter. En SVG får inte ha skript eller hämta något utanför filen. Logotypen för utskrifter är PNG.',
  en: 'The image can’t be used: it {fault}.',
});
const TooLittleContrast = refusal('look.contrast', 'invalid', {
  sv: 'Färgen {colour} har kontrasten {ratio}:1 mot {hex} och behöver {least}:1. Närmaste färg som går: {nearest}.',
  en: 'The colour {colour} has a contrast of {ratio}:1 with {hex} and needs {least}:1. The nearest colour that passes: {nearest}.',
});

/** What staff send: an image that is left out stays as it is, and null takes it away. */
export interface LookFields extends Pick<KeptLook, 'name' | 'colours' | 'footer' | 'logoHasName'> {
  readonly logos: Readonly<Partial<Record<'light' | 'dark' | 'print', Buffer | null | undefined>>>;
}

const nothing: KeptLook = {
  name: undefined,
  colours: undefined,
  footer: [],
  logo: undefined,
  darkLogo: undefined,
  printLogo: undefined,
  logoHasName: false,
};

/** Changes the look that the console keeps. This process shows it at once, the others within seconds. */
@Injectable()
export class KeepLook {
  constructor(
    private readonly db: DataSource,
    private readonly looks: LookRepository,
    private readonly follow: FollowLook,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param version that the change is based on; 0 if none was saved
   * @throws look.changed-meanwhile, look.image-refused, look.contrast
   */
  async save({ logos, ...fields }: LookFields, version: number, member: Member): Promise<void> {
    if (fields.colours) requireContrast(fields.colours);
    for (const [which, bytes] of Object.entries(logos)) if (bytes) requireImage(bytes, which === 'print');
    await this.db.transaction(async (tx) => {
      const before: KeptLook = (await this.looks.get(tx)) ?? nothing;
      const after: KeptLook = {
        ...fields,
        logo: changed(before.logo, logos.light),
        darkLogo: changed(before.darkLogo, logos.dark),
        printLogo: changed(before.printLogo, logos.print),
      };
      if (!(await this.looks.save(after, version, tx))) throw LookChangedMeanwhile();
      const { name, colours, footer } = fields;
      const detail = { name, colours, footer: footer.map(({ url }) => url), logos: Object.keys(logos) };
      await this.audit.record({ memberId: member.id, action: 'look.change', subject: 'look', detail }, tx);
    });
    await this.follow.refresh();
  }

  /** Back to the folder's look, or the neutral one. */
  async reset(member: Member): Promise<void> {
    await this.db.transaction(async (tx) => {
      const before = await this.looks.get(tx);
      if (!before) return;
      if (!(await this.looks.save(nothing, before.version, tx))) throw LookChangedMeanwhile();
      await this.audit.record({ memberId: member.id, action: 'look.reset', subject: 'look' }, tx);
    });
    await this.follow.refresh();
  }
}

const changed = (before: Buffer | undefined, given: Buffer | null | undefined): Buffer | undefined =>
  given === undefined ? before : (given ?? undefined);

function requireImage(bytes: Buffer, isPrinted: boolean): void {
  try {
    if (readUpload(bytes).type !== 'image/png' && isPrinted) throw new Error('is not a PNG image');
  } catch (error) {
    throw ImageRefused({ fault: (error as Error).message });
  }
}

function requireContrast(colours: BrandColours): void {
  const [first] = contrastFaults(tokensOf(colours));
  if (first) throw TooLittleContrast(worst(first));
}

function worst({ mode, field, colour, nearest = '–', failed }: ContrastFault) {
  const { hex, ratio, least } = failed[0]!;
  return { mode, field, colour, nearest, hex, least, ratio: roundedDown(ratio) };
}

/** So that 4.499 is not shown as the 4.5 that it lacks. */
export const roundedDown = (ratio: number): number => Math.floor(ratio * 100) / 100;
