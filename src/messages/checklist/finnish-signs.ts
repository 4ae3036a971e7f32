import { finnishDanger } from './finnish-danger.js';
import { readSigns, type NamedPatterns } from './sign.js';

// Finnish bends its words: signs are stems. Only the main points have words here.

const when =
  /(?<!\p{L})(?:klo|kello)[. ]{1,2}\d{1,2}|(?<![\d.:-])(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d.])|(?<!\d)\d{1,2}\.(?:1[0-2]|\d)\.|(?<!\d)\d{1,2}\. ?(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuuta|(?<!\p{L})(?:tänään|huomenna|eilen|aamulla|aamupäivällä|iltapäivällä|illalla|yöllä|(?:maanan|tiis|torst|perjan|lauan|sunnun)tai\p{L}{0,5}|keskiviik\p{L}{0,6}|ensi viikolla)(?!\p{L})/iu;

// A place's case ending, e.g. `Porsönissa`, `Storgatanilla`. A sentence may begin with one too.
const place =
  /(?<!\p{L})(?!(?:Koska|Kun|Jos|Vesi|Veden|Vedessä|Vedestä|Tällä|Näillä|Kaikilla|Täältä|Klo)(?!\p{L}))\p{Lu}\p{L}{2,30}(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|n alue(?:ella|en)?)(?!\p{L})|(?<!\p{L})\p{Lu}\p{L}{1,30}n (?:alueella|kunnassa|kylässä|kaupunginosassa)/u;
const label = /(?<!\p{L})(?:alue|alueet|koskee|osoitteet|kadut): ?\S/iu;
const link =
  /(?:https?:\/\/|www\.)\S|(?<![\p{L}\p{N}@])[\p{L}\p{N}-]{2,40}\.(?:se|nu|com|org|net|eu|fi)(?![\p{L}\p{N}])/iu;
const contact =
  /(?<![\d-])(?:\+46|0)[ -]?\d{1,3}[ /-]{1,3}\d{2,3}(?:[ -]?\d{2,3}){1,3}(?!\d)|(?<![\d-])0\d{7,10}(?!\d)|\S@\S/u;
const sender =
  /(?<!\p{L})\p{Lu}\p{L}{1,30}n (?:kunta|kaupunki|kommuuni)|(?<!\p{L})\p{Lu}\p{L}{1,30} (?:kommun|Vatten)(?!\p{L})/u;

const names: NamedPatterns = {
  when,
  range: /(?<!\p{L})(?:klo|kello)[. ]{1,2}\d{1,2}(?:[.:]\d\d)? ?- ?\d{1,2}/iu,
  place,
  label,
  link,
  contact,
  sender,
  duration:
    /(?<!\p{L})(?:\d{1,2}|muutama\p{L}{0,3}|kaksi|kolme|neljä) (?:tunti|tuntia|tunnin|päivä|päivää|minuutti\p{L}{0,3})/iu,
};

const area = [
  '<place> ! (hae|noud*|säiliö*|lisätie*|soit*)',
  '(ves|ved|vuoto|katko|kei)* & <place> ! hae|noud*',
  '<label>',
  'koko (kunta*|kunna*|alue*|kylä*)',
];
const readMore = [
  '<link>',
  '<contact>',
  'lisätie*|lue lisää|(soit*|ota yhteyttä|kysy*) & (asiakas*|kunta*|kunna*|puhelin*|meihin|<contact>)|verkkosiv*',
];
const fetchWater = [
  '(hae|hakea|noud*|saatavilla|saa|jaetaan) & (*vettä|*vesi*|*veden)',
  '(vesisäiliö*|säiliöauto*|vesipiste*|varavesi*|vesitankki*)|(ota|tuo) & (astia*|kanister*)',
];
const causes = [
  '(vesi|putki)?vuoto*|*vuodon|putkirik*|rikkoutu*|johtu*|vuoksi|takia|syynä|syy|sähkökatko*|tulva*|rankkasade*|häiriö*',
];
const organisms =
  '*bakteer*|e coli|kolifor*|*loinen|*loisia|virus*|mikrob*|kryptosporid*|norovirus*|enterokok*|jätevet*|ulosteperä*';
const substances = 'pfas|lyijy*|arseen*|diesel*|öljy*|kemikaal*|nitraat*|bensiin*|uraan*|fluorid*';
const endsBoiling =
  '(ei enää|ei tarvitse|enää|päättyy|päättyi|päättynyt|poistet*|kumot*|perut*) & (keit*|keitto*|suositu*|kielto*)';

/** How Finnish notices in Sweden are usually written, by point. */
export const finnishSigns = readSigns(
  {
    L1: [
      `(${organisms}|${substances}) & (löyty*|löydet*|havait*|todet*|epäil*|vuotan*|pääs*|näyt*|pitois*)`,
      `vedessä & (${organisms}|${substances}) ! ei (ole|enää)`,
      'saastu*|likaantu*|*kelpaamat*|ei (ole )?juomakelpo*|vuoto*|vesivuoto*|putkirik*|häiriö*',
    ],
    L2: area,
    L3: [
      '<when> ! (odot*|tulo*|seuraav*|mennessä|asti|saakka)',
      '(alkaen|lähtien|välittömästi) & (kei*|voimassa|<when>)',
    ],
    L4: causes,
    L5: [organisms, substances],
    L6: [
      'riskiryhm*|pikkulaps*|pienet lapset|pienille lapsille|vauv*|imeväis*|raskaana*|raskaan*|vanhuks*|ikäänty*|vastustusky*|herk* (ryhm*|henkil*)',
    ],
    L7: [
      'pahoinvoin*|oksent*|ripul*|vatsakip*|vatsakrampp*|vatsavaiv*|vatsatau*|kuume*|päänsär*|oire* & (ovat|kuten|esimerkiksi)',
    ],
    L8: [
      'keitä|keittäkää|keitettävä|keitettäv*|keittämi*|keittämään|keitetty|keitettyä|keittosuositu* ! ei tarvitse|enää|ei auta|päättyy|päättynyt|päättyi|kumot*|poistet*',
      '(älä|älkää|ei saa|ei pidä|vältä) & (juo|juoda|juoko|käytä|käyttää|käyttäkö)|käyttökiel*|juomakiel*',
    ],
    L9: [...fetchWater, 'pullovet*'],
    L10: [
      '1177|terveyskesku*|(ota yhteyttä|hakeudu|soit*) & (lääkär*|hoito*|terveyd*|sairaanhoi*)|jos (sairastu*|saat oireita)',
    ],
    L11: [
      '(tutki*|korja*|huuhtel*|huuhdel*|kloora*|desinfioi*|etsi*|selvit*|puhdist*|työskent*)|näyt* & (uus*|uude*|otet*|ote*|odot*)',
    ],
    X1: [
      'toistaiseksi|kunnes|(seuraava|uusi) (tiedote|tieto|päivitys)|(tiedot*|ilmoit*|kerro*|päivit*) & (kun|klo|heti|<when>)|(tulo*|odot*|arvio*) & (<when>|<duration>)',
    ],
    X2: readMore,
    X3: ['<sender>'],
    X4: ['(muilla|eri|usealla) kiel*|ruotsiksi|englanniksi|på svenska|in english'],
    S1: area,
    S2: [
      '<when> ! (palaut*|takaisin|arvio*|odot*|asti|saakka|mennessä|kysy*|soit*)',
      '(alkaen|katkai*|suljetaan|suljettu|poikki|keskeyt*) & (<when>|on|nyt)|ilman vettä & (on|ovat|nyt)',
    ],
    S3: [
      '<when> & (asti|saakka|mennessä)',
      '(asti|saakka|mennessä|kestää|palaa|palaut*|takaisin|arvio*|odot*) & (<when>|<duration>)',
      '<range>|emme (vielä )?tiedä|ei (vielä )?tiede*|ei (vielä )?tiedossa|toistaiseksi',
    ],
    S4: [
      ...causes,
      'huolto*|korjau*|korjaam*|kunnossapi*|uusi* & (putk*|johto*|venttiil*)|työ|työn|työt|töiden|vaihto*|vaihde*',
    ],
    S5: [
      '(laske*|täytä|täyttäkää|varaa|varatkaa|ota) & (vettä|astio*|ämpär*|pullo*) & (etukäteen|valmiiksi|talteen|astio*|ämpär*|pullo*|varalle|ennen)',
    ],
    S6: [
      '(samea*|ruske*|värjäänty*|värillis*) & ve*|ilmaa & (putk*|hana*|joh*)|juoks* & (kylm*|hana*|vet*|kirka*)|(pyykki*|pyykin|pese) & (odot*|älä|vältä)',
    ],
    S7: fetchWater,
    S8: readMore,
    S9: [
      '(sulje|sulkekaa|suljettuina|suljettu|kiinni|tarkista) & hana*',
      '(sammuta|kytke|älä käytä) & (pesukone*|astianpesu*|lämminvesi*|kone*)',
    ],
    D1: area,
    ...finnishDanger,
    A1: area,
    A2: [
      endsBoiling,
      '(jälleen|taas|nyt) & (juoda|käyttää|juomakelpo*|palaut*|palannut)|vesi on (taas|palannut|jälleen|takaisin)|vaara on ohi|(korjattu|ohi|päättynyt)',
      'sammutettu ! ei|vielä|kun|ennen|kunnes|valot',
      '(ei|eivät) & enää & (vaara*|myrkyl*|uhkaa)',
    ],
    A3: ['<when> ! soit*', 'nyt|ei enää|enää|välittömästi|jälleen|taas'],
    A4: [
      '(näyt*|tulo*|kokee*|tutkim*) & (puhta*|hyv*|osoit*|kunnos*|kaksi|ei)|(vuoto|putki|vika) & korjat*|työ & valmis',
    ],
    A5: [
      endsBoiling,
      'juoks*|huuhtel*|(voi*|voit) & (juoda|käyttää)|normaalisti|kuten tavallisesti',
      '(voi|voit|voivat|voitte|saa|saatte) & (mennä|palata|avata|tuulettaa|liikkua|poistua) ! ei|et|eivät|kun|vasta',
      'tuuleta*|(avaa|avatkaa) & (ikkuna*|ovi|ovet)|(käynnistä|kytke) & ilmanvaihto*',
    ],
    A6: [
      ...causes,
      `(${organisms}|${substances}) & (löyty*|löydet*|havait*|epäil*)`,
      'väärä hälytys|virhe*|erehdy*',
    ],
    A7: readMore,
    A8: ['(jatka*|jatku*) & (näyt*|seur*|tutki*|huuhtel*|kloora*)'],
  },
  names,
);
