import type { MessageLanguage } from '../../kernel/language.js';
import type { CapEventName } from './cap-event.js';

type InMessageLanguages = Readonly<Record<MessageLanguage, string>>;

/** Language tags (RFC 5646), with the country where readers expect it. Other languages keep their code. */
const tags: InMessageLanguages = { sv: 'sv-SE', en: 'en-GB', fi: 'fi-FI', se: 'se-SE', ar: 'ar', so: 'so' };

/** What readers call the event, so that they can group messages. It is the same in every message of an incident. */
const events: Readonly<Record<CapEventName, InMessageLanguages>> = {
  water: {
    sv: 'Otjänligt dricksvatten',
    en: 'Undrinkable water',
    fi: 'Juomakelvoton vesi',
    se: 'Čáhci ii dohkke juhkat',
    ar: 'مياه غير صالحة للشرب',
    so: 'Biyo aan la cabi karin',
  },
  shutoff: {
    sv: 'Vattenavbrott',
    en: 'Water outage',
    fi: 'Vesikatko',
    se: 'Čáhci lea gidden',
    ar: 'انقطاع المياه',
    so: 'Biyo go’an',
  },
  'planned-shutoff': {
    sv: 'Planerad vattenavstängning',
    en: 'Planned water shutoff',
    fi: 'Suunniteltu vesikatko',
    se: 'Plánejuvvon čáhcegidden',
    ar: 'قطع مخطط للمياه',
    so: 'Biyo goyn qorshaysan',
  },
  'discoloured-water': {
    sv: 'Missfärgat vatten',
    en: 'Discoloured water',
    fi: 'Värjäytynyt vesi',
    se: 'Ivdnásan čáhci',
    ar: 'تغير لون الماء',
    so: 'Biyo midab yeeshay',
  },
  sewage: {
    sv: 'Stopp i avloppet',
    en: 'Blocked sewer',
    fi: 'Viemärin tukos',
    se: 'Dahppasan duolvačáhci',
    ar: 'انسداد الصرف الصحي',
    so: 'Bulaacad xiran',
  },
  heating: {
    sv: 'Avbrott i fjärrvärmen',
    en: 'District heating outage',
    fi: 'Kaukolämmön katko',
    se: 'Gáiddusliekkasvuohta ii doaimma',
    ar: 'انقطاع التدفئة',
    so: 'Kuleylka guryaha oo go’an',
  },
  power: {
    sv: 'Strömavbrott',
    en: 'Power outage',
    fi: 'Sähkökatko',
    se: 'Rávdnjegaskan',
    ar: 'انقطاع الكهرباء',
    so: 'Koronto-go’',
  },
  waste: {
    sv: 'Försenad sophämtning',
    en: 'Late waste collection',
    fi: 'Jätteiden nouto myöhässä',
    se: 'Doappariid viežžan maŋŋona',
    ar: 'تأخر جمع النفايات',
    so: 'Qashin-qaadista oo dib dhacday',
  },
  road: {
    sv: 'Avstängd väg',
    en: 'Closed road',
    fi: 'Suljettu tie',
    se: 'Giddejuvvon geaidnu',
    ar: 'طريق مغلق',
    so: 'Waddo xiran',
  },
  danger: { sv: 'Fara', en: 'Danger', fi: 'Vaara', se: 'Várra', ar: 'خطر', so: 'Khatar' },
  other: {
    sv: 'Viktig information från kommunen',
    en: 'Important information from the municipality',
    fi: 'Tärkeää tietoa kunnalta',
    se: 'Dehálaš diehtu gielddas',
    ar: 'معلومات مهمة من البلدية',
    so: 'Macluumaad muhiim ah oo ka socda degmada',
  },
};

/** Said when staff cancelled all of an incident. Nobody wrote a text for it. */
const withdrawals: InMessageLanguages = {
  sv: 'Kommunen har dragit tillbaka meddelandet. Det gäller inte längre.',
  en: 'The municipality has withdrawn this message. It no longer applies.',
  fi: 'Kunta on perunut tämän viestin. Se ei ole enää voimassa.',
  se: 'Gielda lea geassán dán dieđu ruovttoluotta. Dat ii leat šat fámus.',
  ar: 'سحبت البلدية هذه الرسالة. لم تعد سارية.',
  so: 'Degmadu way ka noqotay fariintan. Ma khuseyso hadda ka dib.',
};

const withdrawn: InMessageLanguages = {
  sv: 'Tillbakadraget',
  en: 'Withdrawn',
  fi: 'Peruttu',
  se: 'Gesson ruovttoluotta',
  ar: 'تم سحبه',
  so: 'Laga noqday',
};

/** In the language, or in English. */
const inLanguage = (words: InMessageLanguages, language: string): string =>
  Object.hasOwn(words, language) ? words[language as MessageLanguage] : words.en;

/** @param language ISO 639 */
export const tagOf = (language: string): string =>
  Object.hasOwn(tags, language) ? tags[language as MessageLanguage] : language;

export const eventIn = (event: CapEventName, language: string): string => inLanguage(events[event], language);

export const withdrawnIn = (language: string): { readonly headline: string; readonly body: string } => ({
  headline: inLanguage(withdrawn, language),
  body: inLanguage(withdrawals, language),
});
