import type { PointId } from './points.js';
import { area, causes, dangers, fetchWater, finding, readMore, whoSends } from './swedish-shared.js';

/** What Swedish notices of undrinkable water say, by point. Boiling and not using are different advice. */
export const swedishBadWater = {
  L1: [
    `(${finding}) & (hitta*|upptäck*|påvis*|konstater*|fann|funnit*|funnits|visa*|visar|halt*|förhöj*|prov*|analys*|misstänk*|trängt|läckt|kommit|runnit|hamnat|finns|förekomst*|förorena*|spår*|växt*|innehåll*|drabb*)`,
    'förorena*|otjänlig*|(inte|ej|icke) (är )?tjänlig*|nedsmutsa*|*förorening*|kontaminer*',
    '(misstänk*|misstanke|risk finns|risk för|befara*) & (smitt*|förorening*|*bakteri*|*vatten*) ! koka',
    '(prov*|analys*|kvalitet*|vattenkvalitet*) & (visa*|påverka*|avvik*|förhöj*|sämre|försämra*|dålig*|problem|anmärkning*|underkän*)',
    '*läcka|*läckan|*läckor|*läckage|*läckaget|rörbrott*|ledningsbrott*|driftstörning*|driftfel*|strömavbrott*|*översvämning*|haveri*|avbrott*|inbrott*',
    'avloppsvatten & (trängt|läckt|kommit|runnit|i dricksvatt*)|(inträngning|inläckage)',
    '(smak*|lukt*|luktar|smakar) & (vatt*|avvik*|konstig*|illa) & (inkom*|fått|rapport*|har|märk*)',
  ],
  L2: area,
  L3: [
    '<when> ! (vänta*|väntas|nästa|besked|svar|provsvar*|nya prov*|nytt prov|uppdater*|senast|öppet|öppettid*|telefontid*|hämta*|dröj*|beräkna*|återkom*|tidigast|kommer att|imorgon|i morgon)',
    '<when> & (började|infört*|införde*|införs|upptäck*|inträff*|gäller (från|sedan|fr)|utfärda*|sedan|från och med|fr o m|hände|skedde|meddela*)',
    'sedan (en|ett|i|den|några|ungefär|cirka|ca|igår|tidig*)',
    '(gäller|börjar gälla|införs|infördes|från och med|med) & (nu|omedelbart|omgående|genast|omedelbar verkan)',
  ],
  L4: causes,
  L5: dangers,
  L6: [
    'riskgrupp*|småbarn*|spädbarn*|(små|mindre) barn|bebis*|barnmat|barn under|gravid*|*immunförsvar*|immunsuppr*|kroniskt sjuk*|modersmjölk*|bröstmjölk*|välling*|dialys*|nyfödd*|(känsliga|sköra|utsatta) (grupper|personer|individer)|äldre (personer|människor)|(extra|särskilt|speciellt|mer) (känslig*|utsatt*|försiktig*)',
    '(barn|barnen|äldre|allergiker) & (känslig*|risk*|utsatt*|försiktig*|särskilt|extra|nedsatt*|sjuk*|värre|allvarlig*)',
    '(ingen|inga|inte) & (grupp*|person*) & (risk|känslig*)',
  ],
  L7: [
    'illamående*|må illa|mår illa|kräk*|diarré*|diarre|diarréer|*magont|ont i magen|magbesvär*|magproblem*|magsmärt*|magkramp*|magsjuka|magsjukan|magsjukdom*|maginfluensa*|mag (och )?tarm*|feber*|huvudvärk*|yrsel|hudutslag*|klåda|uttorkning|förgift*|magåkomm*|lös mage|orolig mage',
    'symt?om* & (är|kan vara|som|vanlig*|omfatta*|visa*)|symptom* & (är|kan vara|som|vanlig*)',
    '(kan|risk*|riskerar) & (bli (mag)?sjuk*|göra (dig |er |en |människor |barn )?sjuk*|ge sjukdom*|orsaka sjukdom*|insjukna|hälsoproblem|hälsobesvär|besvär) ! barnen',
  ],
  L8: [
    'koka|kokas|koks|kokar|kokat|kokt|uppkokat|kokning*|kokningsrek*|kokpåbud* ! (behöver (du |ni |man |de |vi )?(inte|ej)|inte längre|hjälper inte|slippa|slipper|sluta|häv*|upphör*|upphäv*|inte koka|ej koka|räcker inte|hjälper det inte|inte att koka|ingen nytta)',
    '(drick|dricka|drickas|använd|använda|användas|förtär*|nyttja|nyttjas|konsumera*) & (inte|ej|undvik|avstå|aldrig|förbud|avråd*|avråder) ! behöver|hjälper|längre|oro*',
    '(undvik|avstå|avråd*|avråder) & (*vatten*|*vattnet|drick*|dusch*|bad*)',
    '(otjänlig* som dricksvatten|användningsförbud*|dricksförbud*|drickförbud*|bevattningsförbud*|spolförbud*)',
    '(dusch*|tvätt*|diska*|bada*|toalett*|hygien*) & (går bra|kan (du|ni|man|användas)|får|okej|fungerar)',
    '(använd|använda|drick|dricka) & (flaskvatten|vatten på flaska|köpt vatten|annat vatten|vatten från tank*)',
  ],
  L9: [
    ...fetchWater,
    'flaskvatten*|(vatten|dricksvatten) (på|i) (flaska|flaskor|dunk*|tank*)|(köp*|annat) (vatten|dricksvatten) ! verk',
    '*vatten & (delas ut|köras ut|ställs ut|utkör*|tillhandahåll*|erbjud*)',
  ],
  L10: [
    '1177|sjukvårdsrådgivning*|vårdguiden*|vårdcentral*|hälsocentral*|smittskyddsmottag*',
    '(kontakt*|sök|söka|uppsök*|ring|vänd) & (vård|vården|läkar*|sjukvård*|akut*|sjuksköter*|giftinformation*)',
    '(blir|blivit|blev|känner (dig|er|man)|är) (magsjuk*|sjuk|sjuka|dålig|dåliga)|insjukna* ! kan (du |man |ni )?insjukna',
    '(får|fått|har|känner|upplever|drabbas) & (symt?om*|symptom*|besvär*|magsjuk*|diarré*) & (kontakt*|ring*|sök*|vård*|anmäl*|hör av|meddela*|stanna hemma|drick)',
  ],
  L11: [
    '(prov|prover|proverna|vattenprov*|omprov*|kontrollprov*|provet|provtag*|provtog*) & (ta|tar|tas|tagit|tagits|togs|fler|flera|nya|nytt|ytterligare|vänta*|väntar|väntas|analyser*|följ*|skickat*|omprov*|kommer|fortsätt*|löpande|extra|pågå*)',
    '*provtagning*|omprov* ! senaste provtagning',
    '(vi|personal*|kommunen|tekniker*|entreprenör*|bolaget) & (arbetar|jobbar|felsök*|utred*|söker|letar|spolar|klorer*|desinf*|undersök*|sanerar|lagar|reparerar|rengör|åtgärdar|kontrollerar|övervakar|analyserar|byter|bytt|stängt|kopplat|installerar|höjer|ökar|tillsätter|doserar)',
    'arbet* & (pågå*|med att|för att|fortsätter|intensivt|med utred*)|(utredning|felsökning|sanering|spolning|klorering|stötklorering|desinf*|rengöring|undersökning*|analys*) & (pågå*|påbörja*|inle*|görs|genomför*|utför*|sker|starta*|fortsätt*)',
    'utreds|utreder|undersöks|undersöker|felsöker|klorerar|klorerat|klorera|chockklor*|stötklor*|desinfic*|sanera*|åtgärdas|åtgärder (vidtas|pågår|är vidtagna|har)|reparer*|lagas|lagar|lagat|stängt av|kopplat (bort|om|ur)|kopplats|tagit ur drift',
    '(samråd*|samarbet*|dialog*|kontakt|talat|diskuter*|tillsammans) med & (smittskydd*|livsmedelsverk*|miljö*|länsstyrels*|region*|folkhälso*|expert*)',
    '(spola*|*spolning|*spolningen) & (*ledning*|ledningsnät*|*nätet)',
    '(letar|söker|leta|söka|hitta*|spåra*) & (orsak*|källa*|*läcka*|felet|varför)',
  ],
  X1: [
    'tills vidare|(gäller|koka|kvar|pågår|fortsätt*|följ|använd inte|drick inte) & (tills|till dess|så länge|fram till) ! bubblar|kokat',
    'till dess (att )?(vi|annat|ny|nya|prov*)|tills (vi|annat|ny|nya|nytt|prov*|vidare|kommunen|två|vatten*|analys*|svar*)',
    '(ny|nya|nytt|nästa|mer|ytterligare|vidare|löpande) (information|info|besked|uppdatering*|lägesrapport*) & (kl*|kommer|när|vänta*|ges|lämna*|senast|<when>|så snart|publicer*|följer|meddela*|under|inom)',
    '(nästa|nytt) (besked|uppdatering|information|lägesrapport)|ny information <when>|besked (vänta*|kommer|lämnas|ges|senast|om|tidigast|<when>)',
    '(återkommer|återkomma|meddelar|meddela|informerar|informera|uppdaterar|uppdatera|hör av oss|underrättar|berättar|säger till) & (när|så (snart|fort)|löpande|<when>|med|så)',
    '(svar*|provsvar*|provresultat*|resultat*|besked*|analyssvar*) & (vänta*|väntas|dröj*|<when>|<duration>|tidigast|beräkna*|kommer|får vi|klar*|räknar)',
    '(beräkna*|räknar med|förvänta*|vänta*|bedöm*|minst|tidigast|åtminstone|som längst|uppskatta*) & (<when>|<duration>|häv*|klar*|några dagar|vara|pågå)',
    '(häv*|hävs|upphör*|upphäv*|ta bort|tas bort|lyft*|lyfts) & (när|först|tidigast|så (snart|fort)|efter) ! har hävts',
    '(vet|oklart|osäkert) & (hur länge|när)',
    'i väntan på|kvarstår & (rekommendation*|uppmaning*|råd*|förbud*)',
    '<duration> & (gälla|gäller|ta|tar|pågå*|framåt|dröj*|kvar|kommer)',
  ],
  X2: readMore,
  X3: whoSends,
  X4: [
    '(andra|olika|flera|fler|flertal|åtta|sex|fem|sju|tio|#) (andra |olika )?språk*|översätt*|översatt*|other languages|in english|(på|in) (lätt svenska|lättläst|engelska|english|arabiska|somaliska|finska|persiska|dari|tigrinja|polska|ukrainska|ryska|teckenspråk)|english|information in|på språk*',
  ],
} as const satisfies Partial<Record<PointId, readonly string[]>>;
