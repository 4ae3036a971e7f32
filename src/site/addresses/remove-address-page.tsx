import type { OwnAddress } from '../../directory/self-service/registration.js';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { PostForm } from '../page/form-parts.js';
import { pagePaths } from '../page/page-paths.js';
import { addressWords } from './addresses.words.js';

interface RemoveAddressPageProps {
  readonly language: InterfaceLanguage;
  readonly address: OwnAddress;
  /** Formatted for display. */
  readonly number: string;
}

/** The question before an address is removed: explains the consequences. */
export function RemoveAddressPage({ language, address, number }: RemoveAddressPageProps) {
  const words = addressWords[language];
  return (
    <div class="measure page page-narrow">
      <h1>{words.removing.title(address.name)}</h1>
      <p class="lead">{words.removing.text(number)}</p>
      {address.registered && (
        <p class="notice">
          {words.removing.registered} <a href={pagePaths.objection[language]}>{words.object}</a>
        </p>
      )}
      <PostForm action={pagePaths.removeAddress[language]}>
        <input type="hidden" name="address" value={address.addressId} />
        <p class="actions">
          <button class="button button-stop" type="submit">
            {words.removing.submit}
          </button>
          <a class="button button-quiet" href={pagePaths.ownAddresses[language]}>
            {words.removing.keep}
          </a>
        </p>
      </PostForm>
    </div>
  );
}
