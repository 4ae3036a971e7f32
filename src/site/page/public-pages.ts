import { applyDecorators, Controller, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicPageFilter } from './public-page.filter.js';
import { SameSiteGuard } from './same-site.guard.js';

/** Marks a controller of pages for residents. */
export const PublicPages = () =>
  applyDecorators(
    Controller(),
    ApiExcludeController(),
    UseGuards(SameSiteGuard),
    UseFilters(PublicPageFilter),
  );
