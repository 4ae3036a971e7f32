import type { FastifyReply } from 'fastify';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { undefinedIfUnverified } from './undefined-if-unverified.js';
import { pagePaths, type PageName } from './page-paths.js';

interface RedirectNotice {
  /** The page that says what happened, or asks for a number when the visitor is no longer trusted. */
  readonly page: Extract<PageName, 'ownTopics' | 'ownAddresses' | 'checkNumber'>;
  readonly language: InterfaceLanguage;
  /** Undefined when nothing has happened. */
  readonly notice: string | undefined;
}

/** Runs a change and redirects to a page that reports it. Reloading that page does not repeat the change. */
export async function runThenRedirect(
  reply: FastifyReply,
  { page, language, notice }: RedirectNotice,
  act: () => Promise<void>,
): Promise<void> {
  const done = await undefinedIfUnverified(() => act().then(() => true));
  redirectWithNotice(reply, { page, language, notice: done ? notice : 'expired' });
}

export const redirectWithNotice = (reply: FastifyReply, { page, language, notice }: RedirectNotice): void =>
  void reply.redirect(`${pagePaths[page][language]}${notice ? `?notice=${notice}` : ''}`, 303);
