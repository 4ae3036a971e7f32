import type { Wording } from '../../../kernel/refusal.js';
import type { SocialAccount } from '../api/answers.js';
import { words } from './social.words.js';

/** What is written of a new account. */
export interface AccountForm extends Pick<SocialAccount, 'network' | 'language' | 'active'> {
  readonly address: string;
  readonly token: string;
}
export type AccountFaults = Readonly<Partial<Record<'address' | 'token', Wording>>>;

export const emptyAccount: AccountForm = {
  network: 'mastodon',
  address: 'https://',
  token: '',
  language: 'sv',
  active: true,
};

/** What must be mended before the form is sent. The API checks again. */
export const faultsOf = ({ network, address, token }: AccountForm): AccountFaults => ({
  ...(network === 'facebook' || URL.canParse(address) ? {} : { address: words.notAnAddress }),
  ...(token.trim() === '' ? { token: words.missing } : {}),
});

/** As the API takes it. */
export const bodyOf = ({ network, address, ...rest }: AccountForm) => ({
  network,
  ...(network === 'mastodon' ? { address } : {}),
  ...rest,
});
