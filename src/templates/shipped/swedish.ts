import { swedishHeadlines } from './shipped-headlines.js';
import type { ShippedLanguage } from './shipped-language.js';
import { swedishWeb } from './swedish-web.js';

/** Klarspråk, in letters that leave 160 characters to an SMS. */
export const swedish: ShippedLanguage = {
  language: 'sv',
  readMore: 'Läs mer: [länk]',
  readMoreSpoken: 'Läs mer på kommunens webbplats.',
  update: (about, still) => `Nytt om ${about}: [nytt]. Gäller: [plats]. ${still}`,
  correction: (about, still) =>
    `Rättelse: [rätt]. Det ersätter det vi skrev tidigare om ${about}. Gäller: [plats]. ${still}`,
  reminder:
    'Påminnelse: vi stänger av vattnet från [från] till [till]. Gäller: [plats]. Tappa upp vatten i kväll, och stäng kranar och maskiner.',
  any: {
    update: 'Nytt om det som började [från]: [nytt]. Gäller: [plats]. Annars gäller det vi skrev tidigare.',
    correction: 'Rättelse: [rätt]. Det ersätter det vi skrev tidigare. Gäller: [plats].',
    'all-clear':
      'Faran är över från [från]. Gäller: [plats]. Det vi skrev tidigare gäller inte längre. Du behöver inte göra något mer.',
  },
  headlines: swedishHeadlines,
  kinds: {
    'planned-shutoff': {
      start:
        'Vi stänger av vattnet från [från] till [till]. Gäller: [plats]. Varför: [orsak]. Tappa upp vatten i förväg. Stäng kranar, tvättmaskin och diskmaskin. Vatten finns att hämta: [hämta]. När vattnet är tillbaka kan det vara missfärgat: spola kallt tills det är klart.',
      about: 'vattenavstängningen',
      still: 'Annars gäller det vi skrev tidigare.',
      over: 'Vattnet är tillbaka sedan [från]. Gäller: [plats]. Arbetet är klart: [orsak]. Vattnet kan vara missfärgat: spola kallt tills det är klart. Det vi skrev om avstängningen gäller inte längre. Läs mer på vår webbplats.',
      web: swedishWeb['planned-shutoff'],
    },
    'unplanned-shutoff': {
      start:
        'Vattnet är avstängt sedan [från]. Gäller: [plats]. Orsak: [orsak]. Vi räknar med att det är tillbaka [till]. Stäng kranar som står öppna, tvättmaskin och diskmaskin. Vattnet kan vara missfärgat efteråt: spola kallt tills det är klart. Läs mer på vår webbplats.',
      about: 'vattenavstängningen',
      still: 'Stäng kranar som står öppna.',
      over: 'Vattnet är tillbaka sedan [från]. Gäller: [plats]. Felet är lagat: [orsak]. Vattnet kan vara missfärgat: spola kallt tills det är klart. Det vi skrev om avstängningen gäller inte längre. Läs mer på vår webbplats.',
      web: swedishWeb['unplanned-shutoff'],
    },
    'long-shutoff': {
      start:
        'Vattnet är avstängt sedan [från]. Gäller: [plats]. Orsak: [orsak]. Det dröjer: vi räknar med att det är tillbaka [till]. Hämta dricksvatten: [hämta]. Ta med egna kärl. Stäng kranar, tvättmaskin och diskmaskin. Vattnet kan vara missfärgat efteråt: spola kallt tills det är klart. Läs mer på vår webbplats.',
      about: 'vattenavstängningen',
      still: 'Hämta dricksvatten: [hämta]. Stäng kranar som står öppna.',
      over: 'Vattnet är tillbaka sedan [från]. Gäller: [plats]. Felet är lagat: [orsak]. Vattnet kan vara missfärgat: spola kallt tills det är klart. Det vi skrev om avstängningen gäller inte längre, och vattentankarna tas bort. Läs mer på vår webbplats.',
      web: swedishWeb['long-shutoff'],
    },
    'boil-water': {
      start:
        'Koka kranvattnet från [från] tills vi meddelar att det är över. Gäller: [plats]. Det kan finnas bakterier i vattnet. Orsak: [orsak]. Låt vattnet koka upp med stora bubblor innan du dricker det, lagar mat, gör is eller borstar tänderna. Små barn, äldre och sjuka är extra känsliga. Får du diarré eller kräks: ring 1177. Vi tar nya prover.',
      about: 'kokningen av vattnet',
      still: 'Fortsätt att koka vattnet tills vi meddelar att det är över.',
      over: 'Du behöver inte koka vattnet längre, från [från]. Gäller: [plats]. Två prov i rad visar att vattnet är bra. Spola kallt några minuter innan du dricker det, och släng isbitar du har gjort. Det berodde på: [orsak]. Läs mer på vår webbplats.',
      web: swedishWeb['boil-water'],
    },
    'do-not-use': {
      start:
        'Använd inte kranvattnet från [från] tills vi meddelar att det är över. Gäller: [plats]. Vattnet är förorenat av [ämne]. Orsak: [orsak]. Drick det inte, laga inte mat i det, duscha inte. Att koka det hjälper inte. Du kan spola i toaletten. Hämta dricksvatten: [hämta]. Vid illamående: ring 1177. Vi tar nya prover.',
      about: 'det förorenade vattnet',
      still: 'Använd inte kranvattnet. Att koka det hjälper inte. Hämta dricksvatten: [hämta].',
      over: 'Kranvattnet går att använda igen från [från]. Gäller: [plats]. Proverna är godkända: det finns inget farligt ämne kvar. Spola kallt i alla kranar i tio minuter innan du använder det. Det berodde på: [orsak]. Läs mer på vår webbplats.',
      web: swedishWeb['do-not-use'],
    },
    'do-not-drink': {
      start:
        'Drick inte kranvattnet från [från] tills vi meddelar att det är över. Gäller: [plats]. Vattnet är förorenat av [ämne]. Orsak: [orsak]. Hämta dricksvatten: [hämta]. Har du inget annat vatten: koka det med stora bubblor före dryck, mat och tandborstning. Små barn, äldre och sjuka är extra känsliga. Får du diarré eller kräks: ring 1177. Vi tar nya prover.',
      about: 'det förorenade vattnet',
      still: 'Drick inte kranvattnet om det inte är kokt. Hämta dricksvatten: [hämta].',
      over: 'Kranvattnet går att dricka igen från [från], utan att koka det. Gäller: [plats]. Två prov i rad visar att vattnet är bra. Spola kallt några minuter innan du dricker det, och släng isbitar du har gjort. Det berodde på: [orsak]. Läs mer på vår webbplats.',
      web: swedishWeb['do-not-drink'],
    },
    'discoloured-water': {
      start:
        'Kranvattnet kan vara missfärgat från [från] till [till]. Gäller: [plats]. Orsak: [orsak]. Det är inte farligt att dricka. Spola kallt tills det är klart, och vänta med att tvätta kläder. Läs mer på vår webbplats.',
      about: 'det missfärgade vattnet',
      still: 'Vänta med att tvätta kläder tills vattnet är klart.',
      over: 'Kranvattnet är klart igen från [från]. Gäller: [plats]. Är ditt vatten fortfarande missfärgat: spola kallt i några minuter. Hjälper det inte, kontakta oss.',
      web: swedishWeb['discoloured-water'],
    },
    'sewage-stop': {
      start:
        'Stopp i avloppet sedan [från]. Gäller: [plats]. Orsak: [orsak]. Spola inte i toaletten, duscha inte, och kör inte tvättmaskin eller diskmaskin: vatten kan tränga upp i ditt hus. Vi räknar med att det är lagat [till]. Läs mer på vår webbplats.',
      about: 'stoppet i avloppet',
      still: 'Använd inte avloppet förrän vi meddelar att det fungerar.',
      over: 'Avloppet fungerar igen från [från]. Gäller: [plats]. Du kan spola, duscha och tvätta som vanligt. Har avloppsvatten trängt upp hos dig: rör det inte med bara händer, ta bilder och kontakta oss. Läs mer på vår webbplats.',
      web: swedishWeb['sewage-stop'],
    },
    'district-heating': {
      start:
        'Avbrott i fjärrvärmen sedan [från]. Gäller: [plats]. Orsak: [orsak]. Vi räknar med att värmen är tillbaka [till]. Håll fönster och dörrar stängda och spara på varmvattnet. Titta till grannar som behöver hjälp. Läs mer på vår webbplats.',
      about: 'avbrottet i fjärrvärmen',
      still: 'Håll fönster och dörrar stängda.',
      over: 'Fjärrvärmen är tillbaka sedan [från]. Gäller: [plats]. Det kan ta några timmar innan ditt hus är varmt. Är det kallt i morgon: kontakta din hyresvärd eller oss.',
      web: swedishWeb['district-heating'],
    },
    'power-outage': {
      start:
        'Strömavbrott sedan [från]. Gäller: [plats]. Orsak: [orsak]. Strömmen väntas vara tillbaka [till]. Stäng av spis och strykjärn. Titta till grannar som behöver hjälp. Behöver du värme, ström eller stöd: [dit]. Ring 112 bara om liv är i fara.',
      about: 'strömavbrottet',
      still: 'Värme, ström och stöd finns här: [dit].',
      over: 'Strömmen är tillbaka sedan [från]. Gäller: [plats]. Kontrollera frysen och element som stått på. Är du fortfarande utan ström: kontakta ditt elnätsbolag.',
      web: swedishWeb['power-outage'],
    },
    'fire-smoke': {
      start:
        'Brand med farlig rök sedan [från]. Gäller: [plats]. Gå inomhus nu. Stäng fönster, dörrar och ventilation. Stanna inne tills vi meddelar att faran är över. Håll vägarna fria för räddningstjänsten. Ring 112 bara om liv är i fara. Lyssna på P4.',
      about: 'branden',
      still: 'Stanna inne med fönster, dörrar och ventilation stängda.',
      over: 'Faran med röken är över från [från]. Gäller: [plats]. Du kan gå ut. Öppna fönster och vädra, och sätt på ventilationen igen. Har du svårt att andas: ring 1177. Läs mer på vår webbplats.',
      web: swedishWeb['fire-smoke'],
    },
    evacuation: {
      start:
        'Lämna området nu. Gäller: [plats], från [från]. Fara: [fara]. Ta dig hit: [dit]. Ta med medicin, telefon, id och varma kläder. Hjälp grannar som behöver det. Kan du inte ta dig därifrån: ring 112. Gå inte tillbaka förrän vi meddelar att det är säkert.',
      about: 'utrymningen',
      still: 'Samlingsplats: [dit]. Gå inte tillbaka förrän vi meddelar att det är säkert.',
      over: 'Du kan gå hem igen från [från]. Gäller: [plats]. Faran är över. Ser du skador eller känner lukt av gas eller rök: gå ut och ring 112. Läs mer på vår webbplats.',
      web: swedishWeb.evacuation,
    },
    waste: {
      start:
        'Sophämtningen blir försenad. Gäller: [plats]. Orsak: [orsak]. Vi hämtar senast [till]. Låt kärlet stå framme, och håll vägen till det fri. Läs mer på vår webbplats.',
      about: 'sophämtningen',
      still: 'Låt kärlet stå framme.',
      over: 'Sophämtningen går som vanligt igen från [från]. Gäller: [plats]. Blev ditt kärl inte tömt: kontakta oss.',
      web: swedishWeb.waste,
    },
    road: {
      start:
        'Vägen är avstängd från [från] till [till]. Gäller: [plats]. Orsak: [orsak]. Välj en annan väg och följ skyltarna. Utryckningsfordon kommer fram. Läs mer på vår webbplats.',
      about: 'den avstängda vägen',
      still: 'Välj en annan väg och följ skyltarna.',
      over: 'Vägen är öppen igen från [från]. Gäller: [plats]. Det vi skrev om avstängningen gäller inte längre.',
      web: swedishWeb.road,
    },
    exercise: {
      start:
        'Det här är en övning. Inget har hänt. Vi provar att nå telefoner från [från]. Gäller: [plats]. Du behöver inte göra något. Ring inte 112.',
      about: 'övningen',
      still: 'Det här är en övning. Du behöver inte göra något.',
      over: 'Övningen är slut från [från]. Gäller: [plats]. Inget har hänt, och du behöver inte göra något. Tack för hjälpen.',
    },
  },
};
