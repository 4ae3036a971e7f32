import { Module } from '@nestjs/common';
import { AllowancesRepository } from './allowances.repository.js';

/** Rate limits, counted in the database and so shared by all processes. Owns `code_allowance`. */
@Module({ providers: [AllowancesRepository], exports: [AllowancesRepository] })
export class AllowancesModule {}
