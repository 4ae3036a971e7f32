import type { ShippedLanguage } from './shipped-language.js';

export const finnish: ShippedLanguage = {
  language: 'fi',
  readMore: 'Lue lisää: [länk]',
  readMoreSpoken: 'Lue lisää kunnan verkkosivuilta.',
  update: (about, still) => `Uutta tietoa, ${about}: [nytt]. Alue: [plats]. ${still}`,
  correction: (about, still) =>
    `Korjaus: [rätt]. Tämä korvaa aiemman viestimme, ${about}. Alue: [plats]. ${still}`,
  reminder:
    'Muistutus: vesi katkaistaan. Alkaa: [från]. Päättyy: [till]. Alue: [plats]. Ota vettä talteen tänä iltana ja sulje hanat ja koneet.',
  any: {
    update:
      'Uutta tietoa tilanteesta, joka alkoi [från]: [nytt]. Alue: [plats]. Muuten aiempi viestimme on voimassa.',
    correction: 'Korjaus: [rätt]. Tämä korvaa aiemman viestimme. Alue: [plats].',
    'all-clear':
      'Vaara on ohi. Alkaen: [från]. Alue: [plats]. Aiempi viestimme ei ole enää voimassa. Sinun ei tarvitse tehdä muuta.',
  },
  kinds: {
    'planned-shutoff': {
      start:
        'Katkaisemme veden. Alkaa: [från]. Päättyy: [till]. Alue: [plats]. Syy: [orsak]. Ota vettä talteen etukäteen. Sulje hanat, pesukone ja astianpesukone. Vettä saa täältä: [hämta]. Katkon jälkeen vesi voi olla värjäytynyttä: juoksuta kylmää vettä, kunnes se on kirkasta.',
      about: 'vesikatko',
      still: 'Muuten aiempi viestimme on voimassa.',
      over: 'Vesi on palannut. Alkaen: [från]. Alue: [plats]. Työ on valmis: [orsak]. Vesi voi olla värjäytynyttä: juoksuta kylmää vettä, kunnes se on kirkasta. Aiempi viestimme katkosta ei ole enää voimassa. Lue lisää verkkosivuiltamme.',
    },
    'unplanned-shutoff': {
      start:
        'Vesi on poikki. Alkoi: [från]. Alue: [plats]. Syy: [orsak]. Arviomme mukaan vesi palaa: [till]. Sulje avoimet hanat, pesukone ja astianpesukone. Katkon jälkeen vesi voi olla värjäytynyttä: juoksuta kylmää vettä, kunnes se on kirkasta. Lue lisää verkkosivuiltamme.',
      about: 'vesikatko',
      still: 'Sulje avoimet hanat.',
      over: 'Vesi on palannut. Alkaen: [från]. Alue: [plats]. Vika on korjattu: [orsak]. Vesi voi olla värjäytynyttä: juoksuta kylmää vettä, kunnes se on kirkasta. Aiempi viestimme katkosta ei ole enää voimassa. Lue lisää verkkosivuiltamme.',
    },
    'long-shutoff': {
      start:
        'Vesi on poikki. Alkoi: [från]. Alue: [plats]. Syy: [orsak]. Korjaus kestää. Arviomme mukaan vesi palaa: [till]. Hae juomavettä: [hämta]. Ota omat astiat mukaan. Sulje hanat, pesukone ja astianpesukone. Katkon jälkeen vesi voi olla värjäytynyttä: juoksuta kylmää vettä, kunnes se on kirkasta. Lue lisää verkkosivuiltamme.',
      about: 'vesikatko',
      still: 'Hae juomavettä: [hämta]. Sulje avoimet hanat.',
      over: 'Vesi on palannut. Alkaen: [från]. Alue: [plats]. Vika on korjattu: [orsak]. Vesi voi olla värjäytynyttä: juoksuta kylmää vettä, kunnes se on kirkasta. Aiempi viestimme katkosta ei ole enää voimassa, ja vesisäiliöt viedään pois. Lue lisää verkkosivuiltamme.',
    },
    'boil-water': {
      start:
        'Keitä hanavesi. Alkaen: [från], kunnes ilmoitamme, että tilanne on ohi. Alue: [plats]. Vedessä voi olla bakteereita. Syy: [orsak]. Anna veden kiehua kunnolla ennen kuin juot sitä, laitat ruokaa, teet jäätä tai peset hampaat. Pienet lapset, iäkkäät ja sairaat ovat erityisen herkkiä. Jos saat ripulin tai oksennat, soita 1177. Otamme uusia näytteitä.',
      about: 'veden keittäminen',
      still: 'Jatka veden keittämistä, kunnes ilmoitamme, että tilanne on ohi.',
      over: 'Vettä ei tarvitse enää keittää. Alkaen: [från]. Alue: [plats]. Kaksi peräkkäistä näytettä osoittaa, että vesi on hyvää. Juoksuta kylmää vettä muutama minuutti ennen kuin juot sitä, ja heitä pois tekemäsi jääpalat. Syy oli: [orsak]. Lue lisää verkkosivuiltamme.',
    },
    'do-not-use': {
      start:
        'Älä käytä hanavettä. Alkaen: [från], kunnes ilmoitamme, että tilanne on ohi. Alue: [plats]. Vedessä on: [ämne]. Syy: [orsak]. Älä juo sitä, laita siitä ruokaa tai käy suihkussa. Keittäminen ei auta. Vessan voi huuhdella. Hae juomavettä: [hämta]. Jos voit huonosti, soita 1177. Otamme uusia näytteitä.',
      about: 'saastunut vesi',
      still: 'Älä käytä hanavettä. Keittäminen ei auta. Hae juomavettä: [hämta].',
      over: 'Hanavettä voi taas käyttää. Alkaen: [från]. Alue: [plats]. Näytteet on hyväksytty: vedessä ei ole enää vaarallista ainetta. Juoksuta kylmää vettä kaikista hanoista kymmenen minuuttia ennen käyttöä. Syy oli: [orsak]. Lue lisää verkkosivuiltamme.',
    },
    'do-not-drink': {
      start:
        'Älä juo hanavettä. Alkaen: [från], kunnes ilmoitamme, että tilanne on ohi. Alue: [plats]. Vedessä on: [ämne]. Syy: [orsak]. Hae juomavettä: [hämta]. Jos muuta vettä ei ole, anna veden kiehua kunnolla ennen juomista, ruoanlaittoa ja hampaiden pesua. Pienet lapset, iäkkäät ja sairaat ovat erityisen herkkiä. Jos saat ripulin tai oksennat, soita 1177. Otamme uusia näytteitä.',
      about: 'saastunut vesi',
      still: 'Älä juo keittämätöntä hanavettä. Hae juomavettä: [hämta].',
      over: 'Hanavettä voi taas juoda keittämättä. Alkaen: [från]. Alue: [plats]. Kaksi peräkkäistä näytettä osoittaa, että vesi on hyvää. Juoksuta kylmää vettä muutama minuutti ennen kuin juot sitä, ja heitä pois tekemäsi jääpalat. Syy oli: [orsak]. Lue lisää verkkosivuiltamme.',
    },
    'discoloured-water': {
      start:
        'Hanavesi voi olla värjäytynyttä. Alkaa: [från]. Päättyy: [till]. Alue: [plats]. Syy: [orsak]. Sitä ei ole vaarallista juoda. Juoksuta kylmää vettä, kunnes se on kirkasta, ja odota pyykinpesun kanssa. Lue lisää verkkosivuiltamme.',
      about: 'värjäytynyt vesi',
      still: 'Odota pyykinpesun kanssa, kunnes vesi on kirkasta.',
      over: 'Hanavesi on taas kirkasta. Alkaen: [från]. Alue: [plats]. Jos vetesi on yhä värjäytynyttä, juoksuta kylmää vettä muutama minuutti. Jos se ei auta, ota meihin yhteyttä.',
    },
    'sewage-stop': {
      start:
        'Viemäri on tukossa. Alkoi: [från]. Alue: [plats]. Syy: [orsak]. Älä huuhtele vessaa, käy suihkussa tai käytä pesukonetta tai astianpesukonetta: vesi voi nousta taloosi. Arviomme mukaan korjattu: [till]. Lue lisää verkkosivuiltamme.',
      about: 'viemärin tukos',
      still: 'Älä käytä viemäriä, ennen kuin ilmoitamme, että se toimii.',
      over: 'Viemäri toimii taas. Alkaen: [från]. Alue: [plats]. Voit huuhdella, käydä suihkussa ja pestä tavalliseen tapaan. Jos viemärivettä on noussut taloosi, älä koske siihen paljain käsin, ota kuvia ja ota meihin yhteyttä. Lue lisää verkkosivuiltamme.',
    },
    'district-heating': {
      start:
        'Kaukolämpö on poikki. Alkoi: [från]. Alue: [plats]. Syy: [orsak]. Arviomme mukaan lämpö palaa: [till]. Pidä ikkunat ja ovet kiinni ja säästä lämmintä vettä. Huolehdi naapureista, jotka tarvitsevat apua. Lue lisää verkkosivuiltamme.',
      about: 'kaukolämmön katko',
      still: 'Pidä ikkunat ja ovet kiinni.',
      over: 'Kaukolämpö on palannut. Alkaen: [från]. Alue: [plats]. Voi kestää muutaman tunnin, ennen kuin talosi on lämmin. Jos huomenna on kylmä, ota yhteyttä vuokranantajaasi tai meihin.',
    },
    'power-outage': {
      start:
        'Sähköt ovat poikki. Alkoi: [från]. Alue: [plats]. Syy: [orsak]. Sähköjen arvioidaan palaavan: [till]. Sammuta liesi ja silitysrauta. Huolehdi naapureista, jotka tarvitsevat apua. Jos tarvitset lämpöä, sähköä tai tukea: [dit]. Soita 112 vain, jos henki on vaarassa.',
      about: 'sähkökatko',
      still: 'Lämpöä, sähköä ja tukea saa täältä: [dit].',
      over: 'Sähköt ovat palanneet. Alkaen: [från]. Alue: [plats]. Tarkista pakastin ja päälle jääneet lämmittimet. Jos sinulla ei vieläkään ole sähköä, ota yhteyttä sähköverkkoyhtiöösi.',
    },
    'fire-smoke': {
      start:
        'Tulipalo ja vaarallista savua. Alkoi: [från]. Alue: [plats]. Mene heti sisälle. Sulje ikkunat, ovet ja ilmanvaihto. Pysy sisällä, kunnes ilmoitamme, että vaara on ohi. Jätä tiet vapaaksi pelastustoimelle. Soita 112 vain, jos henki on vaarassa. Kuuntele radiota P4.',
      about: 'tulipalo',
      still: 'Pysy sisällä ja pidä ikkunat, ovet ja ilmanvaihto kiinni.',
      over: 'Savun vaara on ohi. Alkaen: [från]. Alue: [plats]. Voit mennä ulos. Tuuleta ja käynnistä ilmanvaihto. Jos sinun on vaikea hengittää, soita 1177. Lue lisää verkkosivuiltamme.',
    },
    evacuation: {
      start:
        'Poistu alueelta heti. Alue: [plats]. Alkaen: [från]. Vaara: [fara]. Mene tänne: [dit]. Ota mukaan lääkkeet, puhelin, henkilötodistus ja lämpimät vaatteet. Auta naapureita, jotka tarvitsevat apua. Jos et pääse pois, soita 112. Älä palaa, ennen kuin ilmoitamme, että se on turvallista.',
      about: 'evakuointi',
      still: 'Kokoontumispaikka: [dit]. Älä palaa, ennen kuin ilmoitamme, että se on turvallista.',
      over: 'Voit palata kotiin. Alkaen: [från]. Alue: [plats]. Vaara on ohi. Jos näet vaurioita tai haistat kaasua tai savua, mene ulos ja soita 112. Lue lisää verkkosivuiltamme.',
    },
    waste: {
      start:
        'Jätteiden nouto on myöhässä. Alue: [plats]. Syy: [orsak]. Noudamme viimeistään: [till]. Jätä astia paikalleen ja pidä kulku sen luo vapaana. Lue lisää verkkosivuiltamme.',
      about: 'jätteiden nouto',
      still: 'Jätä astia paikalleen.',
      over: 'Jätteet noudetaan taas tavalliseen tapaan. Alkaen: [från]. Alue: [plats]. Jos astiaasi ei tyhjennetty, ota meihin yhteyttä.',
    },
    road: {
      start:
        'Tie on suljettu. Alkaa: [från]. Päättyy: [till]. Paikka: [plats]. Syy: [orsak]. Valitse toinen reitti ja noudata kylttejä. Hälytysajoneuvot pääsevät läpi. Lue lisää verkkosivuiltamme.',
      about: 'suljettu tie',
      still: 'Valitse toinen reitti ja noudata kylttejä.',
      over: 'Tie on taas auki. Alkaen: [från]. Paikka: [plats]. Aiempi viestimme sulkemisesta ei ole enää voimassa.',
    },
    exercise: {
      start:
        'Tämä on harjoitus. Mitään ei ole tapahtunut. Kokeilemme puhelimien tavoittamista. Alkaen: [från]. Alue: [plats]. Sinun ei tarvitse tehdä mitään. Älä soita 112.',
      about: 'harjoitus',
      still: 'Tämä on harjoitus. Sinun ei tarvitse tehdä mitään.',
      over: 'Harjoitus on ohi. Alkaen: [från]. Alue: [plats]. Mitään ei ole tapahtunut, eikä sinun tarvitse tehdä mitään. Kiitos avusta.',
    },
  },
};
