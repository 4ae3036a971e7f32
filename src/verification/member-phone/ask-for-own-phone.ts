import { Injectable } from '@nestjs/common';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { MembersRepository } from '../../staff/members.repository.js';
import { RequestVerification } from '../request-verification.js';

export interface OwnPhoneRequest {
  /** A mobile, in any usual form. */
  readonly number: string;
  readonly language: InterfaceLanguage;
  /** The client's network address. */
  readonly client: string;
}

/** A member of staff gives a phone of theirs. A code goes there, and any earlier code of theirs becomes invalid. */
@Injectable()
export class AskForOwnPhone {
  constructor(
    private readonly members: MembersRepository,
    private readonly request: RequestVerification,
  ) {}

  /** @throws what {@link RequestVerification} throws */
  async run(memberId: string, asked: OwnPhoneRequest): Promise<void> {
    const { session: earlier } = await this.members.ownPhone(memberId);
    const { session } = await this.request.run({ ...asked, purpose: 'member-phone', session: earlier });
    await this.members.setPhoneSession(memberId, session);
  }
}
