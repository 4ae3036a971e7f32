import type { InterfaceLanguage } from '../../kernel/language.js';
import { unbroken } from '../page/form-parts.js';
import { telOf } from '../information/contact.js';
import { newsWords } from './news.words.js';

/** When nothing that is published can be read: whom to call instead. */
export function NewsDownPage({
  language,
  phone,
}: {
  language: InterfaceLanguage;
  phone: string | undefined;
}) {
  const words = newsWords[language].down;
  return (
    <div class="measure page page-narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.text}</p>
      {phone ? (
        <p>
          {words.phone} <a href={telOf(phone)}>{unbroken(phone)}</a>.
        </p>
      ) : (
        <p>{words.elsewhere}</p>
      )}
      <p>{words.emergency}</p>
    </div>
  );
}
