import { Controller, Get, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Gives, parsed } from '../../platform/http/parsed.js';
import { IdempotencyInterceptor } from '../../staff/idempotency.interceptor.js';
import type { Member } from '../../staff/member.js';
import { CurrentMember, ForStaff, May } from '../../staff/staff.guard.js';
import { PostByHand } from './post-by-hand.js';
import { PresentPosts } from './present-posts.js';
import { SocialPostAnswer } from './social-answers.js';

const Id = () => Param('id', parsed(z.uuid()));
const PostId = () => Param('post', parsed(z.uuid()));
const Done = z.strictObject({});

/** What social media say of a broadcast. */
@ApiTags('social media')
@ForStaff()
@UseInterceptors(IdempotencyInterceptor)
@Controller('api/v1/broadcasts/:id/posts')
export class BroadcastPostsController {
  constructor(
    private readonly posts: PresentPosts,
    private readonly byHand: PostByHand,
  ) {}

  @Get()
  @May('broadcast.read')
  @Gives(z.array(SocialPostAnswer))
  list(@Id() id: string) {
    return this.posts.run(id);
  }

  @Post(':post/again')
  @May('broadcast.control')
  @HttpCode(202)
  @Gives(Done, 202)
  async again(@Id() id: string, @PostId() post: string, @CurrentMember() member: Member) {
    await this.byHand.again(id, post, member);
    return {};
  }

  @Post(':post/stop')
  @May('broadcast.control')
  @HttpCode(202)
  @Gives(Done, 202)
  async stop(@Id() id: string, @PostId() post: string, @CurrentMember() member: Member) {
    await this.byHand.stop(id, post, member);
    return {};
  }
}
