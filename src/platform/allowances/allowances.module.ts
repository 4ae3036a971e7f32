import { Module } from '@nestjs/common';
import { AllowancesRepository } from './allowances.repository.js';

/** So many of something in so much time, counted in the database for all processes together. Owns `code_allowance`. */
@Module({ providers: [AllowancesRepository], exports: [AllowancesRepository] })
export class AllowancesModule {}
