import type { MessageLanguage } from '../../../../kernel/language.js';

/** The words around the names of places, in one language. Names themselves are never inflected. */
export interface PlaceWords {
  readonly and: string;
  readonly except: string;
  readonly whole: (municipality: string) => string;
  readonly block: (name: string) => string;
  readonly property: (name: string) => string;
  readonly partsOf: (area: string) => string;
  readonly around: (metres: number, name: string) => string;
}

const bare = (name: string): string => name;
const inBrackets = (metres: number, name: string): string => `${name} (${metres} m)`;

const byLanguage: Readonly<Record<MessageLanguage, PlaceWords>> = {
  sv: {
    and: ' och ',
    except: ', utom ',
    whole: (name) => `hela ${name}`,
    block: (name) => (/^kv(?:arteret|\.)? /iu.test(name) ? name : `kvarteret ${name}`),
    property: (name) => `fastigheten ${name}`,
    partsOf: (name) => `delar av ${name}`,
    around: (metres, name) => `${metres} meter runt ${name}`,
  },
  en: {
    and: ' and ',
    except: ', except ',
    whole: (name) => `all of ${name}`,
    block: (name) => `the ${name} block`,
    property: (name) => `property ${name}`,
    partsOf: (name) => `parts of ${name}`,
    around: (metres, name) => `within ${metres} metres of ${name}`,
  },
  fi: {
    and: ' ja ',
    except: ', paitsi ',
    whole: (name) => `koko ${name}`,
    block: (name) => `kortteli ${name}`,
    property: (name) => `kiinteistö ${name}`,
    partsOf: (name) => `osia alueesta ${name}`,
    around: inBrackets,
  },
  se: {
    and: ' ja ',
    except: ', earret ',
    whole: (name) => `olles ${name}`,
    block: bare,
    property: bare,
    partsOf: (name) => `oasit: ${name}`,
    around: inBrackets,
  },
  ar: {
    and: ' و',
    except: '، باستثناء ',
    whole: (name) => `كامل ${name}`,
    block: bare,
    property: (name) => `العقار ${name}`,
    partsOf: (name) => `أجزاء من ${name}`,
    around: inBrackets,
  },
  so: {
    and: ' iyo ',
    except: ', marka laga reebo ',
    whole: (name) => `dhammaan ${name}`,
    block: bare,
    property: bare,
    partsOf: (name) => `qaybo ka mid ah ${name}`,
    around: inBrackets,
  },
};

/** Any other language gets bare names, and no words for a part: a bare name would say that it is all of it. */
const other: PlaceWords = {
  and: ', ',
  except: ' – ',
  whole: bare,
  block: bare,
  property: bare,
  partsOf: (name) => `${name} (…)`,
  around: inBrackets,
};

export const placeWordsIn = (language: string): PlaceWords =>
  Object.hasOwn(byLanguage, language) ? byLanguage[language as MessageLanguage] : other;
