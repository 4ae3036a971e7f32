import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Brand } from '../../platform/brand/brand.js';

/** An SVG can be opened as a page of its own. Nothing in it may run or load anything, not even from our own site. */
const nothingRuns = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** The logo and the fonts of the municipality. */
@ApiExcludeController()
@Controller('brand')
export class BrandFilesController {
  constructor(private readonly brand: Brand) {}

  @Get(':file')
  file(@Param('file') name: string, @Res() reply: FastifyReply): void {
    const file = this.brand.fileAt(`/brand/${name}`);
    if (!file) throw new NotFoundException();
    void reply
      .type(file.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-security-policy', nothingRuns)
      // The municipality's own website may show the logo and use the fonts.
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(file.bytes);
  }
}
