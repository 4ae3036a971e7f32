import type { FastifyReply } from 'fastify';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { ifTrusted } from './if-trusted.js';
import { pagePaths, type PageName } from './page-paths.js';

interface Telling {
  /** The page that says what happened, or asks for a number where the visitor isn't trusted any more. */
  readonly page: Extract<PageName, 'ownTopics' | 'ownAddresses' | 'checkNumber'>;
  readonly language: InterfaceLanguage;
  /** None where nothing has happened. */
  readonly notice: string | undefined;
}

/** Does it, and leads to a page that says so, which may be loaded anew without doing it twice. */
export async function actAndTell(
  reply: FastifyReply,
  { page, language, notice }: Telling,
  act: () => Promise<void>,
): Promise<void> {
  const done = await ifTrusted(() => act().then(() => true));
  tell(reply, { page, language, notice: done ? notice : 'expired' });
}

export const tell = (reply: FastifyReply, { page, language, notice }: Telling): void =>
  void reply.redirect(`${pagePaths[page][language]}${notice ? `?notice=${notice}` : ''}`, 303);
