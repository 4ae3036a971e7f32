import type { OwnAddress } from '../../directory/self-service/registration.js';
import type { OwnAddresses } from '../../directory/self-service/show-own-addresses.js';
import type { InterfaceLanguage } from '../../kernel/language.js';
import { PostForm } from '../page/form-parts.js';
import { Aside, LanguageChoice, NoticeText } from '../page/page-parts.js';
import { GoingOnHere } from '../news/going-on-here.js';
import type { Concerning, ConcerningEach } from '../news/incidents-at.js';
import { pagePaths, type PageName } from '../page/page-paths.js';
import { addressWords } from './addresses.words.js';

export type AddressNotice = keyof (typeof addressWords)['sv']['notices'];

interface OwnAddressesPageProps {
  readonly language: InterfaceLanguage;
  readonly own: OwnAddresses;
  /** Formatted for display. */
  readonly number: string;
  readonly notice?: AddressNotice;
  /** What concerns each address now, by the address's id. */
  readonly concerning: ConcerningEach;
}

/** The addresses of a phone, with links to add, change and remove them. */
export function OwnAddressesPage({ language, own, number, notice, concerning }: OwnAddressesPageProps) {
  const words = addressWords[language];
  const { addresses, kind, objected, room } = own;
  const lead = objected ? words.leadObjected : kind === 'landline' ? words.leadLandline : words.leadMobile;
  return (
    <div class="measure page page-narrow">
      <NoticeText text={notice && words.notices[notice]} />
      <h1>{words.title}</h1>
      <p class="lead">{addresses.length > 0 ? lead(number) : words.nothing(number)}</p>
      {objected && (
        <p class="notice">
          {words.objected} <a href={pagePaths.objection[language]}>{words.objectedLink}</a>
        </p>
      )}
      {addresses.length > 0 && (
        <ul class="places">
          {addresses.map((address) => (
            <Place
              key={address.addressId}
              address={address}
              language={language}
              concerning={concerning.get(address.addressId) ?? []}
            />
          ))}
        </ul>
      )}
      {room ? (
        <p class="actions">
          <a class="button" href={pagePaths.addAddress[language]}>
            {words.add}
          </a>
        </p>
      ) : (
        <p class="aside">{words.full}</p>
      )}
      {own.language && (
        <PostForm action={pagePaths.ownLanguage[language]}>
          <div class="finish">
            <LanguageChoice
              chosen={own.language}
              legend={words.languageLegend}
              hint={words.languageHint}
              language={language}
            />
            <button class="button button-quiet" type="submit">
              {words.languageSubmit}
            </button>
          </div>
        </PostForm>
      )}
      <Others language={language} own={own} />
    </div>
  );
}

interface PlaceProps {
  readonly address: OwnAddress;
  readonly language: InterfaceLanguage;
  readonly concerning: readonly Concerning[];
}

function Place({ address, language, concerning }: PlaceProps) {
  const words = addressWords[language];
  const { addressId, name, own, registered, current, role } = address;
  const link = (page: PageName, label: string) => (
    <a href={`${pagePaths[page][language]}?address=${addressId}`}>
      {label}
      <span class="unseen"> {name}</span>
    </a>
  );
  return (
    <li>
      <h2>{name}</h2>
      <p>{postal(address)}</p>
      <GoingOnHere concerning={concerning} language={language} />
      <p class="place-role">{words.roles[role]}</p>
      <p class="hint">
        {current ? (own ? (registered ? words.both : words.own) : words.registered) : words.gone}
      </p>
      {own && (
        <p class="actions">
          {current && link('changeAddress', words.change)}
          {link('removeAddress', words.remove)}
        </p>
      )}
    </li>
  );
}

/** Postal code and locality, as far as they are known. */
export const postal = ({ postalCode, locality }: Pick<OwnAddress, 'postalCode' | 'locality'>): string =>
  [postalCode?.replace(/^(\d{3})(\d{2})$/, '$1\u00a0$2'), locality].filter(Boolean).join(' ');

function Others({ language, own }: { language: InterfaceLanguage; own: OwnAddresses }) {
  const words = addressWords[language];
  const link = (page: PageName, label: string) => (
    <p>
      <a href={pagePaths[page][language]}>{label}</a>
    </p>
  );
  return (
    <>
      <Aside heading={words.checkHeading} text={words.checkText}>
        {link('checkNumber', words.check)}
      </Aside>
      {own.addresses.some(({ registered }) => registered) && (
        <Aside heading={words.registerHeading} text={words.registerText}>
          {link('contact', words.registerContact)}
        </Aside>
      )}
      {!own.objected && (
        <Aside heading={words.objectHeading} text={words.objectText}>
          {link('objection', words.object)}
        </Aside>
      )}
      <Aside heading={words.leaveHeading} text={words.leaveText}>
        <PostForm action={pagePaths.leaveAddresses[language]}>
          <button class="button button-quiet" type="submit">
            {words.leave}
          </button>
        </PostForm>
      </Aside>
    </>
  );
}
