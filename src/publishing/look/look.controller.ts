import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Brand } from '../../platform/brand/brand.js';
import { contrastFaults } from '../../platform/brand/contrast-pairs.js';
import { readUpload } from '../../platform/brand/kept-look.js';
import { tokensOf } from '../../platform/brand/tokens-of.js';
import { Config } from '../../platform/config/config.js';
import { TakesUpTo } from '../../platform/http/body-limits.js';
import { Gives, parsed, Takes } from '../../platform/http/parsed.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { KeepLook, roundedDown } from './keep-look.js';
import { ColoursAnswer, LookAnswer } from './look-answers.js';
import { ColoursBody, LookBody } from './look-body.js';
import { LookRepository } from './look.repository.js';

/** Bytes: three images in base64, and the rest. */
const lookBody = 1_100_000;

/** How everything looks that residents see, as far as the brand folder does not say it. */
@ApiTags('look')
@ForStaff()
@Controller('api/v1/look')
export class LookController {
  constructor(
    private readonly looks: LookRepository,
    private readonly keep: KeepLook,
    private readonly brand: Brand,
    private readonly config: Config,
  ) {}

  @Get()
  @May('look.write')
  @Gives(LookAnswer)
  async get() {
    const kept = await this.looks.get();
    const { name = this.config.get('MUNICIPALITY_NAME'), tokens, logo } = this.brand.base;
    return {
      version: kept?.version ?? 0,
      fixed: [...this.brand.fixed],
      kept: {
        name: kept?.name,
        colours: kept?.colours,
        footer: kept?.footer ?? [],
        logoHasName: kept?.logoHasName ?? false,
        logos: {
          light: addressOf(kept?.logo),
          dark: addressOf(kept?.darkLogo),
          print: addressOf(kept?.printLogo),
        },
      },
      base: { name, tokens, logo: logo && { light: logo.light.href, dark: logo.dark?.href } },
    };
  }

  @Put()
  @May('look.write')
  @TakesUpTo(lookBody)
  @Takes(LookBody)
  @Gives(LookAnswer)
  async save(@Body(parsed(LookBody)) body: z.infer<typeof LookBody>, @CurrentMember() member: Member) {
    const { version, logos, ...fields } = body;
    const { light, dark, print } = logos;
    const images = { light: bytesOf(light), dark: bytesOf(dark), print: bytesOf(print) };
    const { name, colours, footer, logoHasName } = fields;
    await this.keep.save({ name, colours, footer, logoHasName, logos: images }, version, member);
    return this.get();
  }

  @Delete()
  @May('look.write')
  @Gives(LookAnswer)
  async reset(@CurrentMember() member: Member) {
    await this.keep.reset(member);
    return this.get();
  }

  @Post('checks')
  @May('look.write')
  @HttpCode(200)
  @Takes(ColoursBody)
  @Gives(ColoursAnswer)
  check(@Body(parsed(ColoursBody)) { colours }: z.infer<typeof ColoursBody>) {
    const tokens = tokensOf(colours);
    return {
      tokens,
      faults: contrastFaults(tokens).map(({ failed, ...fault }) => ({
        ...fault,
        failed: failed.map(({ hex, ratio, least }) => ({ hex, ratio: roundedDown(ratio), least })),
      })),
    };
  }
}

const bytesOf = (image: string | null | undefined): Buffer | null | undefined =>
  typeof image === 'string' ? Buffer.from(image, 'base64') : image;

const addressOf = (image: Buffer | undefined): string | undefined =>
  image && `data:${readUpload(image).type};base64,${image.toString('base64')}`;
