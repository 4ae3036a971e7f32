import { Module } from '@nestjs/common';
import { AllowancesRepository } from './allowances.repository.js';

@Module({ providers: [AllowancesRepository], exports: [AllowancesRepository] })
export class AllowancesModule {}
