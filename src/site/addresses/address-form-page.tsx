import { ownRoles } from '../../directory/self-service/registration.js';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { FaultMessage, FaultSummary, faultOf, PostForm, type FormFault } from '../page/form-parts.js';
import { pagePaths } from '../page/page-paths.js';
import { addressWords } from './addresses.words.js';
import { postal } from './own-addresses-page.js';

export interface ShownAddress {
  readonly id: string;
  readonly name: string;
  readonly postalCode: string | null;
  readonly locality: string | null;
}

interface AddressFormPageProps {
  readonly language: InterfaceLanguage;
  /** Whether the address is to be added, or the visitor's role there is to be changed. */
  readonly page: 'addAddress' | 'changeAddress';
  readonly address: ShownAddress;
  readonly role?: string;
  /** Formatted for display. */
  readonly number: string;
  readonly faults: readonly FormFault[];
}

/** The form for the visitor's role at an address: to add the address, or to change the role. */
export function AddressFormPage(props: AddressFormPageProps) {
  const { language, page, address, role, number, faults } = props;
  const words = addressWords[language];
  const adding = page === 'addAddress';
  return (
    <div class="measure page page-narrow">
      <FaultSummary faults={faults} language={language} />
      <h1>{addressFormTitle(props)}</h1>
      <p class="lead">{postal(address)}</p>
      <PostForm action={pagePaths[page][language]}>
        <input type="hidden" name="address" value={address.id} />
        <RoleChoice chosen={role} faults={faults} language={language} />
        {adding && <p class="consent">{words.form.kept(number)}</p>}
        <p class="actions">
          <button class="button" type="submit">
            {adding ? words.form.add : words.form.save}
          </button>
        </p>
      </PostForm>
      <p>
        <a href={pagePaths[adding ? 'addAddress' : 'ownAddresses'][language]}>
          {adding ? words.form.other : words.form.back}
        </a>
      </p>
    </div>
  );
}

export const addressFormTitle = ({
  language,
  page,
  address,
}: Pick<AddressFormPageProps, 'language' | 'page' | 'address'>): string =>
  addressWords[language].form[page === 'addAddress' ? 'addTitle' : 'changeTitle'](address.name);

interface RoleChoiceProps {
  readonly chosen: string | undefined;
  readonly faults: readonly FormFault[];
  readonly language: InterfaceLanguage;
}

function RoleChoice({ chosen, faults, language }: RoleChoiceProps) {
  const words = addressWords[language];
  const wrong = faultOf(faults, 'role') !== undefined;
  return (
    <fieldset
      class={wrong ? 'languages field-wrong' : 'languages'}
      id="role"
      tabIndex={-1}
      aria-describedby={wrong ? 'role-error' : undefined}
    >
      <legend>{words.form.legend}</legend>
      <FaultMessage field="role" faults={faults} language={language} />
      {ownRoles.map((role) => (
        <div class="option option-inline" key={role}>
          <input type="radio" id={`role-${role}`} name="role" value={role} checked={role === chosen} />
          <label for={`role-${role}`}>{words.roles[role]}</label>
        </div>
      ))}
    </fieldset>
  );
}
