import { checkPoints } from './check-points.js';
import type { EventKind } from './points.js';

/** More invented notices, in other styles: chatty, as lists, half a message. */
const notices: readonly (readonly [
  name: string,
  kind: EventKind,
  text: string,
  says: string,
  lacks: string,
])[] = [
  [
    'an app',
    'leak',
    'Stopp i vattenleveransen till Bergnäset. Våra tekniker är på plats och felsöker. Vi uppskattar att det är löst inom tre timmar. Läs mer i vår app.',
    'S1 S3 S8',
    'S5 S6 S7 S9',
  ],
  [
    'a neighbourly tone',
    'leak',
    'Hej! Det har blivit en läcka på vattenledningen utanför Kyrkogatan 14. Därför är vattnet avstängt i hela kvarteret. Ni som bor på 12–18 kan hämta dricksvatten i tanken vid lekplatsen. Glöm inte att skruva åt kranarna. Återkommer när vi vet mer. /Gatukontoret',
    'S1 S2 S3 S4 S7 S9',
    'S5 S6',
  ],
  [
    'a pump',
    'leak',
    'Vi har problem med vattnet i Norrfjärden. En pump har stannat. Du kan ha lågt tryck eller vara helt utan vatten fram till lunch.',
    'S1 S3 S4',
    'S5 S6 S7 S8 S9',
  ],
  [
    'abbreviations',
    'planned',
    'Vattnet är avstängt den 14:e september från 07:30 till ca 16:00 p.g.a. underhåll. Berörda gator: Asgatan, Torsgatan. Tänk på att ha vatten i kannor och kastruller. Låt inga kranar stå öppna. Efteråt kan det pysa och spruta ur kranen.',
    'S1 S2 S3 S4 S5 S6 S9',
    'S7 S8',
  ],
  [
    'a Sunday night',
    'planned',
    'Söndag kväll kl 23 till måndag morgon kl 04 gör vi ett arbete vid vattentornet. Boende i Kronan, Lulsundet och Bergviken kan få missfärgat vatten. Fyll en tillbringare innan du går och lägger dig. Har du frågor når du oss på 0980-319 280.',
    'S1 S2 S3 S4 S5 S6 S8',
    'S7 S9',
  ],
  [
    'three times in a week',
    'planned',
    'Vi bygger om korsningen Storgatan/Nygatan. Under vecka 23 stängs vattnet av vid tre tillfällen, högst två timmar åt gången. Du får ett sms dagen innan.',
    'S1 S2 S3 S4',
    'S5 S6 S7 S8 S9',
  ],
  [
    'a small utility',
    'boil',
    'Hej, vattnet hos er kan innehålla bakterier. Koka allt vatten ni dricker eller lagar mat med. Vi har tagit prover och hör av oss i morgon. MVH Vatten & Avfall',
    'L1 L5 L8 L11 X1 X3',
    'L2 L3 L4 L6 L7 L9 L10 X2 X4',
  ],
  [
    'ammonia',
    'boil',
    'Viktigt meddelande till allmänheten i Hortlax. Ammoniak har läckt ut i vattentäkten efter en brand på industriområdet i natt. Använd inte vattnet alls, varken till dryck, matlagning eller dusch. Kokning hjälper inte. Du kan bli illamående och få ont i halsen. Sök vård om du får andningsbesvär. Räddningstjänsten är på plats.',
    'L1 L2 L3 L4 L5 L7 L8 L10',
    'L6 L9 X1 X2 X3 X4',
  ],
  [
    'uranium',
    'boil',
    'Vi avråder från att dricka kranvattnet på Ekudden. Uran har uppmätts i halter över gränsvärdet. Vattnet kan användas till disk, tvätt och dusch. Dunkar med vatten delas ut på biblioteket.',
    'L1 L2 L5 L8 L9',
    'L3 L4 L6 L7 L10 L11 X1 X2 X3 X4',
  ],
  [
    'advice that stays',
    'boil',
    'Rådet att koka vattnet ligger kvar i Sörbyn till åtminstone fredag. Den som har svårt att bära hem vatten kan ringa hemtjänsten.',
    'L2 L8 X1',
    'L1 L3 L4 L5 L6 L7 L9 L10 L11 X2 X3 X4',
  ],
  [
    'three samples',
    'all-clear',
    'Faran över: vattnet i Hortlax är rent igen. Tre provtagningar har inte visat något ovanligt. Låt kallvattnet rinna i tio minuter innan du dricker.',
    'A1 A2 A3 A4 A5',
    'A6 A7',
  ],
  [
    'the day after',
    'all-clear',
    'Nu har alla i Norrfjärden vatten igen efter gårdagens pumphaveri. Känns vattnet grumligt, spola en stund. Hör av er till va-jouren om det inte blir bättre.',
    'A1 A2 A3 A5 A6 A7',
    'A4',
  ],
  [
    'earlier than expected',
    'all-clear',
    'Avstängningen på Asgatan är avslutad, tidigare än väntat. Du kan slå på diskmaskinen igen.',
    'A1 A2 A3 A5',
    'A4 A6 A7',
  ],
  [
    'questions and answers',
    'boil',
    'Koka ditt kranvatten\nPublicerad 2 juni kl. 14.20\nVad har hänt?\nVid den senaste kontrollen av vattnet från Åby vattenverk fann laboratoriet intestinala enterokocker.\nVilka berörs?\nAlla som har kommunalt vatten i Åby och Hultet.\nVad ska jag göra?\nKoka upp vattnet som du ska dricka, laga mat med eller borsta tänderna i. Du kan duscha och diska som vanligt.\nVad gör kommunen?\nVi letar efter orsaken och tar nya prover varje dag.\nNär är det över?\nTidigast om tre dagar. Vi meddelar här och via sms.',
    'L1 L2 L3 L5 L8 L11 X1 X2',
    'L4 L6 L7 L9 L10 X4',
  ],
  [
    'a leak at night',
    'boil',
    'Alaviks Vatten och Avfall: Läcka på huvudledningen i Alavik under natten. Det finns risk för att orent vatten tagit sig in. Vi rekommenderar därför att du kokar vattnet tills vi fått godkända provsvar, troligen torsdag.',
    'L1 L2 L3 L4 L8 X1 X3',
    'L6 L7 L9 L10 X2 X4',
  ],
  [
    'a suspected crime',
    'boil',
    'Smaka inte på vattnet! Vi misstänker sabotage mot vattentornet i Kvarnby. Polisen och miljökontoret är på plats. Ta inte en dusch. Vatten i dunkar lämnas ut vid vårdcentralen till alla över 70 och till familjer med småbarn. Lyssna på P4 för fortsatt information.',
    'L1 L2 L4 L8 L9 X2',
    'L3 L5 L7 X4',
  ],
  [
    'traces',
    'boil',
    'Rekommendationen om att koka vatten i Gråbo gäller fortfarande. I går hittades fortfarande spår av koliforma bakterier i ett av fyra prov. Nästa prov tas på måndag. Den som har frågor kan mejla va@exempel.se. Fler språk: exempel.se/sprak',
    'L1 L2 L5 L8 L11 X1 X2 X4',
    'L4 L6 L7 L9 L10 X3',
  ],
  [
    'glycol',
    'boil',
    'Hushåll på Norra Heden får tills vidare inte använda sitt vatten. Ett byggföretag råkade pumpa in köldbärarvätska i ledningsnätet i eftermiddags. Vätskan innehåller glykol som kan ge illamående och yrsel. Hundar och katter är särskilt känsliga. Har du druckit av vattnet, ring Giftinformationscentralen. Spolning av ledningarna pågår.',
    'L1 L2 L3 L4 L5 L7 L8 L10 L11 X1',
    'L9 X2 X3 X4',
  ],
  [
    'a crossing',
    'leak',
    'Vattenläcka i korsningen Kyrkogatan – Smedjegatan. Ett tjugotal fastigheter är utan vatten. Reparationen startar när ledningsägare har märkt ut sina kablar och väntas ta resten av dagen. Tankar med dricksvatten: utanför Kyrkogatan 8 och i parken.',
    'S1 S2 S3 S4 S7',
    'S5 S6 S8 S9',
  ],
  [
    'a question as its heading',
    'leak',
    'Inget vatten i kranen? Det beror på ett haveri i Sörby pumpstation. Felsökning pågår. Nästa uppdatering senast 21.30.',
    'S4 S2 S1',
    'S5 S6 S7 S9',
  ],
  [
    'a street at once',
    'leak',
    'Vi måste stänga av vattnet på Solvägen 1–25 omgående på grund av en stor läcka. Passa på att tappa upp lite vatten. Vi vet inte hur länge avstängningen varar. Skruva igen alla kranar. Vattnet kan vara rödbrunt den första tiden – spola kallt. Håll dig uppdaterad på facebook.com/exempelvatten',
    'S1 S2 S3 S4 S5 S6 S8 S9',
    'S7',
  ],
  [
    'an update',
    'leak',
    'UPPDATERING: Läckan på Parkgatan är nu lokaliserad och vi hoppas kunna släppa på vattnet före midnatt.',
    'S1 S3 S4',
    'S5 S6 S7 S8 S9',
  ],
  [
    'a note with a list',
    'planned',
    'Information till boende på Tallvägen\nVi ska koppla in nya hus på vattenledningen. Därför stänger vi vattnet:\nDatum: 15 mars\nTid: 08:00–12:00\nVad du kan göra:\n- Fyll en hink att spola toaletten med\n- Kontrollera att inga kranar är öppna\nEfter arbetet: låt kallvattnet rinna tills det är klart.\nKontaktperson: projektledaren, 0980-319 260',
    'S1 S2 S3 S4 S5 S6 S8 S9',
    'S7',
  ],
  [
    'a single sentence',
    'planned',
    'På grund av underhåll är vattnet avstängt i Myckle på onsdag förmiddag. Vattentank ställs vid bagarstugan.',
    'S1 S2 S3 S4 S7',
    'S5 S6 S8 S9',
  ],
  [
    'fire hydrants',
    'planned',
    'Den 3 oktober testar vi brandposter i hela centrum. Ditt vatten kan bli missfärgat men är inte farligt. Vänta med att tvätta.',
    'S1 S2 S4 S6',
    'S5 S7 S8 S9',
  ],
  [
    'a reservoir',
    'planned',
    'Vi renoverar reservoaren i Berga v. 34–36. Under tiden är trycket lägre. Inga avstängningar planeras. Mer information: kundservice, tel 0980-319 270.',
    'S1 S2 S3 S4 S8',
    'S5 S6 S7 S9',
  ],
  [
    'a cause that nobody found',
    'all-clear',
    'Kokrådet gäller inte längre. Sedan i måndags har vi tagit åtta prov och samtliga är utan anmärkning. Kasta isbitar och skölj vattenkokare och kaffebryggare. Orsaken blev aldrig klarlagd. Vi fortsätter med tätare provtagning i april.',
    'A2 A3 A4 A5 A6',
    'A1 A7',
  ],
  [
    'water that is back',
    'all-clear',
    'Vattnet på Solvägen är påsläppt sedan kl. 16.10. Spola tills det är klart. Hör av dig till oss om vattnet är brunt i morgon.',
    'A1 A2 A3 A5',
    'A6',
  ],
  [
    'a false alarm',
    'all-clear',
    'Larmet om förorenat vatten i Kvarnby var falskt. Polisens undersökning visar att ingen varit inne i vattentornet. Du kan använda vattnet precis som vanligt.',
    'A1 A2 A4 A5 A6',
    'A7',
  ],
];

describe('the points of a Swedish text in another style', () => {
  it.each(notices)('are found: %s (%s)', (_name, kind, text, says, lacks) => {
    const found = checkPoints(kind, text, 'sv')
      .filter((point) => point.found)
      .map(({ id }) => id as string);
    expect(says.split(' ').filter((id) => !found.includes(id))).toEqual([]);
    expect(lacks.split(' ').filter((id) => found.includes(id))).toEqual([]);
  });
});
