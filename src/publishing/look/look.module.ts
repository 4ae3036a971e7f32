import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../../staff/staff.module.js';
import { FollowLook } from './follow-look.js';
import { KeepLook } from './keep-look.js';
import { LookController } from './look.controller.js';
import { LookEntity } from './look.entity.js';
import { LookRepository } from './look.repository.js';

/**
 * The look that staff give everything that residents see (ADR 61).
 *
 * Owns `brand_look`. Guarantees that no colours are saved that can't be read, and that all web processes show the same
 * within seconds. What the brand folder sets wins. Entry point: `Brand`.
 */
@Module({
  imports: [StaffModule, TypeOrmModule.forFeature([LookEntity])],
  controllers: [LookController],
  providers: [FollowLook, KeepLook, LookRepository],
  exports: [FollowLook],
})
export class LookModule {}
