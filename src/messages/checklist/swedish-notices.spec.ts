import { checkPoints } from './check-points.js';
import type { EventKind } from './points.js';

/** Invented notices, as municipalities write them. What is in neither list may be judged either way. */
const notices: readonly (readonly [
  name: string,
  kind: EventKind,
  text: string,
  says: string,
  lacks: string,
])[] = [
  [
    'a short SMS',
    'boil',
    'Koka dricksvattnet! E. coli har hittats i vattnet från Brännbergs vattenverk. Gäller hushåll i Brännberg och Harads sedan tisdag 3 mars. Mer info: www.exempel.se/vatten',
    'L1 L2 L3 L5 L8 X2',
    'L4 L6 L7 L9 L10 L11 X1 X3 X4',
  ],
  [
    'a leak that may have polluted the water',
    'boil',
    'På grund av en vattenläcka på Kungsgatan rekommenderar Tallviks kommun alla i centrala Tallvik att koka sitt dricksvatten. Undertrycket kan ha gjort att smuts sugits in i ledningarna. Nya prover tas i dag och svaren väntas på torsdag. Nödvatten finns vid Folkets hus och vid ICA Maxi, ta med egna kärl. Koka vatten till dryck, matlagning och tandborstning. Det går bra att duscha och tvätta. Frågor besvaras av kontaktcenter på 0980-319 210.',
    'L1 L2 L4 L8 L9 L11 X1 X2 X3',
    'L5 L6 L7 L10 X4',
  ],
  [
    'diesel: boiling does not help',
    'boil',
    'Drick inte kranvattnet i Sjöändan! Diesel har läckt ut vid vattentäkten efter en trafikolycka klockan 06.15 i morse. Vattnet får inte heller kokas – det hjälper inte. Tankbil med dricksvatten står vid skolan. Gravida och små barn är extra känsliga. Vid illamående eller huvudvärk, ring 1177. Nästa besked kl 15 på kommunens webbplats.',
    'L1 L2 L3 L4 L5 L6 L7 L8 L9 L10 X1 X2',
    'X4',
  ],
  [
    'a notice without a cause',
    'boil',
    'Vi rekommenderar kokning av dricksvattnet tills vidare. Orsaken är att koliforma bakterier påvisats i två prover. Berörda områden: Norrby, Solberga och Ekeby. Personalen spolar ledningarna och ökar klordoseringen. Vi återkommer så snart vi vet mer. Hälsningar VA-enheten',
    'L1 L2 L5 L8 L11 X1 X3',
    'L3 L6 L7 L9 L10 X2 X4',
  ],
  [
    'a notice with next to nothing',
    'boil',
    'Kokningsrekommendation införd i Hällnäs. Vattnet ska kokas innan det dricks eller används i mat. Det räcker att vattnet bubblar kraftigt.',
    'L2 L8',
    'L1 L3 L4 L5 L6 L7 L9 L10 L11 X1 X2 X3 X4',
  ],
  [
    'a substance that endangers some',
    'boil',
    'Förhöjda halter av PFAS har uppmätts i Grundviks vattentäkt. Spädbarn och gravida bör inte dricka vattnet. Välling och modersmjölksersättning ska blandas med flaskvatten. Övriga kan dricka som vanligt. Dricksvatten kan hämtas gratis vid Grundviks brandstation. Vi har stängt den aktuella brunnen och byter kolfilter. Läs mer på grundvik.se.',
    'L1 L2 L5 L6 L8 L9 L11 X2',
    'L3 L7 L10 X1 X3 X4',
  ],
  [
    'a failure at the waterworks',
    'boil',
    'Vattnet i Lillåns samhälle är otjänligt. Det får inte användas till dryck eller matlagning. Ett strömavbrott i natt slog ut UV-ljuset på vattenverket. Kommunen arbetar med att laga felet och har tagit nya prover. Resultat beräknas på fredag. Känner du dig sjuk, kontakta vårdcentralen. Information in English: exempel.se/en',
    'L1 L2 L3 L4 L8 L10 L11 X1 X2 X4',
    'L5 L6 L7 L9',
  ],
  [
    'surface water',
    'boil',
    'Sedan i går kväll får flera hushåll i Kilby missfärgat vatten med dålig lukt. Vi misstänker att ytvatten har trängt in i brunnen efter det kraftiga regnet. Vi har därför i samråd med miljökontoret beslutat att alla ska koka vattnet. Personer med nedsatt immunförsvar bör vara extra försiktiga. Vanliga symtom är diarré, kräkningar och magkramper. Provsvar väntas tidigast på måndag. Ring kundtjänst, 0980-319 220.',
    'L1 L2 L3 L4 L6 L7 L8 L11 X1 X2',
    'L9 L10 X4',
  ],
  [
    'a parasite',
    'boil',
    'Cryptosporidium har konstaterats i dricksvattnet. Alla som är anslutna till Storsjöns vattenverk uppmanas koka vattnet. Har du magbesvär, stanna hemma och kontakta sjukvårdsrådgivningen. Smittskyddsläkaren utreder tillsammans med kommunen hur parasiten kom in i vattnet. Vattentankar ställs ut under eftermiddagen på Torget, vid OK och vid simhallen. Faktablad finns på flera språk.',
    'L1 L2 L5 L8 L9 L10 L11 X4',
    'L4 L6 X1 X2',
  ],
  [
    'a leak, with house numbers',
    'leak',
    'Akut vattenläcka på Skolgatan. Vattnet är avstängt för fastigheterna Skolgatan 2-18. Vi räknar med att vattnet är tillbaka omkring kl 16. Stäng kranarna så att inget svämmar över. Mälarö kommun',
    'S1 S2 S3 S4 S9',
    'S5 S6 S7 S8',
  ],
  [
    'a cut pipe',
    'leak',
    'Just nu saknar många hushåll i Ängsviken vatten efter att en grävmaskin grävt av huvudledningen. Reparation pågår. Vi vet ännu inte när vattnet är tillbaka. En vattentank finns vid Ängsvikens förskola. När vattnet kommer tillbaka kan det vara brunt – spola kallvatten tills det klarnar. Följ driftinformationen på vår hemsida.',
    'S1 S2 S3 S4 S6 S7 S8',
    'S5 S9',
  ],
  [
    'a broken pipe',
    'leak',
    'Vattenavbrott! En ledning har gått sönder och vi har tvingats stänga av vattnet i kvarteret Lärkan från klockan 10.45. Arbetet beräknas ta cirka fyra timmar. Hämta vatten ur vattenposten på torget. Frågor? Ring VA-jouren 0980-319 230.',
    'S1 S2 S3 S4 S7 S8',
    'S5 S6 S9',
  ],
  [
    'a leak that nobody has found',
    'leak',
    'Vi har lågt tryck i vattenledningsnätet. Vi söker efter läckan. Har du sett vatten på gatan? Ring oss på 0980-319 231.',
    'S4 S8',
    'S1 S3 S5 S6 S7 S9',
  ],
  [
    'a shutoff within half an hour',
    'leak',
    'Vattnet kommer att stängas av om en halvtimme på Björkvägen och Aspvägen på grund av en läcka. Passa på att fylla hinkar och kannor. Räkna med avbrott till sent i kväll.',
    'S1 S3 S4 S5',
    'S6 S7 S8 S9',
  ],
  [
    'a burst at night',
    'leak',
    'Rörbrott i Nyby. Vattnet borta sedan kl 04. Prognos saknas. Uppdatering kommer kl. 08. Kör inte disk- eller tvättmaskin.',
    'S1 S2 S3 S4 S9',
    'S5 S6 S7',
  ],
  [
    'a leak that takes longer',
    'leak',
    'Läckan på Hamngatan är värre än vi trodde. Det dröjer till i morgon förmiddag innan alla har vatten igen. Luft i ledningarna kan göra att det hostar i kranen. Vänta med tvätten. Tankbil står på parkeringen vid Coop.',
    'S1 S3 S4 S6 S7',
    'S5 S8 S9',
  ],
  [
    'a whole notice',
    'planned',
    'Torsdagen den 12 mars kl. 09.00–14.00 stänger vi av vattnet på Lövvägen, Granvägen och Tallstigen för byte av ventiler. Tappa gärna upp vatten i förväg. Efteråt kan vattnet vara missfärgat, spola då i kallvattenkranen. Vid frågor kontakta kundservice på 0980-319 240.',
    'S1 S2 S3 S4 S5 S6 S8',
    'S7 S9',
  ],
  [
    'work at night',
    'planned',
    'Planerad vattenavstängning natten mellan tisdag och onsdag, kl 22-05. Området Östra Hamnen berörs. Vi kopplar in en ny huvudledning. Se till att alla kranar är stängda när vattnet släpps på.',
    'S1 S2 S3 S4 S9',
    'S5 S6 S7 S8',
  ],
  [
    'maintenance next week',
    'planned',
    'Nästa vecka underhåller vi vattenledningen i Rosendal. Du kan bli utan vatten under korta stunder. Vattnet kan bli grumligt och trycket lägre. Undvik att tvätta vit tvätt. Mer information hittar du på rosendalvatten.se.',
    'S1 S2 S3 S4 S6 S8',
    'S5 S7 S9',
  ],
  [
    'a note in keywords',
    'planned',
    'Avstängning av vatten 4/5 8.00-15.30. Gäller Fabriksgatan 4-12. Orsak: renovering av vattenledning. Ha dricksvatten hemma. Vattenkiosk vid Fabriksgatan 9.',
    'S1 S2 S3 S4 S5 S7',
    'S6 S8 S9',
  ],
  [
    'a notice that forgets most',
    'planned',
    'Vi behöver stänga av ditt vatten. Tid: måndag 8 juni, 13–15. Tekniska kontoret',
    'S2 S3',
    'S1 S4 S5 S6 S7 S8 S9',
  ],
  [
    'flushing',
    'planned',
    'Ledningsspolning i Hagaområdet 2-6 november. Trycket kan variera och vattnet kan vara brunt. Spola i kallvattenkranen tills vattnet är klart. Det är ofarligt att dricka.',
    'S1 S2 S3 S4 S6',
    'S5 S7 S8 S9',
  ],
  [
    'meters in one house',
    'planned',
    'Hej! Imorgon onsdag mellan kl 8 och 12 byter vi vattenmätare i huset på Ringvägen 5. Vattnet är då avstängt. Stäng av varmvattenberedaren och slå av diskmaskinen. Välkommen att höra av dig till oss om du undrar något: va@exempel.se',
    'S1 S2 S3 S4 S8 S9',
    'S5 S6 S7',
  ],
  [
    'an advisory that is lifted',
    'all-clear',
    'Kokningsrekommendationen i Norrby är hävd från och med i dag, fredag. Två prover i rad visar att vattnet är bra. Spola i kranarna några minuter innan du dricker. Läs mer på exempel.se.',
    'A1 A2 A3 A4 A5 A7',
    'A6',
  ],
  [
    'a leak that is repaired',
    'all-clear',
    'Vattnet är tillbaka på Skolgatan! Läckan är lagad. Vattnet kan vara missfärgat, spola kallt tills det är klart. Tack för ert tålamod. Mälarö kommun',
    'A1 A2 A4 A5 A6',
    'A7',
  ],
  [
    'an oil spill that is cleaned up',
    'all-clear',
    'Nu kan du dricka vattnet i Sjöändan igen. Saneringen av dieselutsläppet är klar och alla analyser visar godkänt resultat. Vi fortsätter att ta prover varje vecka.',
    'A1 A2 A3 A4 A5 A6',
    'A7',
  ],
  [
    'a danger of another kind',
    'all-clear',
    'Faran är över. Du behöver inte längre hålla dig inomhus.',
    'A2',
    'A1 A4 A6 A7',
  ],
  [
    'a ban that ends',
    'all-clear',
    'Användningsförbudet för dricksvattnet i Holmsund upphör klockan 15. Bakterierna kom från en backventil som var trasig. Den är nu bytt. Töm isbitsfacket och skölj kaffemaskinen. Frågor: 0980-319 250.',
    'A1 A2 A3 A4 A5 A6 A7',
    '',
  ],
];

describe('the points of a Swedish text', () => {
  it.each(notices)('are found: %s (%s)', (_name, kind, text, says, lacks) => {
    const found = checkPoints(kind, text, 'sv')
      .filter((point) => point.found)
      .map(({ id }) => id as string);
    expect(says.split(' ').filter((id) => !found.includes(id))).toEqual([]);
    expect(lacks.split(' ').filter((id) => found.includes(id))).toEqual([]);
  });
});
