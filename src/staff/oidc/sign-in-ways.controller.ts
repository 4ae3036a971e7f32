import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/config.js';
import { Gives } from '../../platform/http/parsed.js';
import { readRefusal } from './refused-sign-in.js';
import { SignInWaysAnswer } from './sign-in-answers.js';

/** How one signs in here, for the sign-in page. */
@ApiTags('session')
@Controller('api/v1/sign-in')
export class SignInWaysController {
  constructor(private readonly config: Config) {}

  @Get()
  @Gives(SignInWaysAnswer)
  list(@Req() request: FastifyRequest) {
    return {
      account: this.config.identityProvider !== undefined,
      help: this.config.get('SIGN_IN_HELP'),
      refused: readRefusal(request),
    };
  }
}
