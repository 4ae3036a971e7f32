import type { PointId } from './points.js';
import { area, causes, fetchWater, readMore, whoSends } from './swedish-shared.js';

const aside =
  '(fråg*|frågor|ring|ringa|kontakt*|telefontid*|öppet|öppettid*|öppnar|uppdater*|besked|nästa information|ny information|hämta*|vattentank*|tankbil*|läs mer)';
const backAgain =
  '(tillbaka|åter|återkom*|återställ*|igen|klar|klart|klara|färdig*|åtgärda*|avhjälpt*|lagad|lagat|fungera*|påkoppla*|påsläpp*|släpp* på|sätts på|slås på|sättas på|öppnas|normal*)';

/** What Swedish notices of a shutoff say, by point. */
export const swedishShutoff = {
  S1: area,
  S2: [
    `<when> ! ${aside} ! ${backAgain} ! senast|preliminärt klar*`,
    '(*avstäng*|*stängt|stängs|stänger|stänga|bryts|bryter|utan vatten|*avbrott*|påverka*|saknar vatten|*läcka*|inträff*|upptäck*|larm*|började|börjar|startar|start) & <when>',
    '<clock-range>|<day> & <hours> ! telefon*|öppet*|fråg*|ring|hämta*',
    '(från|mellan|sedan|fr o m|från och med|med start|starttid|tid|tidpunkt|när|datum|period) & <when> ! telefon*|öppet*|fråg*|hämta* ! när vattnet',
    // Already off is an answer too.
    'saknar & vatten ! kran*',
    '(inget|inte något) vatten ! om (det|du|ni)',
    '(har|är|just nu|nu|för närvarande|tyvärr|akut*|fortfarande) & (stängt|avstängt|avstängd|avstängda|utan vatten|vattenlös*|saknar vatten|inget vatten|borta|stängt av|stängas|stänger|stängs) ! kran*',
    '(stäng*|avstäng*|utan vatten) & (om (en|ett|cirka|ca|några) (halvtimme|timme|stund|minuter|timmar)|inom kort|snart)',
    'omgående|omedelbart|med omedelbar verkan',
  ],
  S3: [
    '<clock-range>|<day> & <hours> ! telefon*|öppet*|fråg*|ring|hämta*',
    '(till|t o m|till och med|fram till|tills|senast|innan|före|sluttid|slut) (ca |cirka |ungefär |sent |någon gång )?(<when>)',
    'natten (mellan|till) <day>',
    `${backAgain} & (<when>|<duration>) ! *läckan inträff*`,
    '(beräkna*|beräknas|räkna|räknar|förvänta*|väntas|prognos*|hoppas|uppskatta*|bedöm*|preliminär*|planerad*|planera*|sluttid*|förhoppning*) & (<when>|<duration>|pågå*|vara|klar*|tillbaka|åter|åtgärda*|färdig*|snart|inom)',
    '(prognos*|oklar*|oklart|osäker*|vet|kan|ej|inte) & (när|hur länge|hur lång tid|klar*|tid*) & (vet|oklar*|oklart|inte|ännu|saknas|osäker*|prognos*|svårt|går) ! kan (det|vattnet)',
    '(prognos|sluttid) (saknas|finns inte|okänd|oklar)|tills vidare|tills (läckan|felet|skadan|arbetet|reparation*|vi|vidare)',
    '(<duration>) & (avbrott*|avstäng*|utan vatten|pågå*|ta|tar|dröj*|vara|varar|inom|stängt|stängs|avstängt|cirka|ca|ungefär|arbet*|max|högst|kort*) ! spola*',
    '<day> (förmiddag|eftermiddag|kväll|natt) & (stäng*|avstäng*|stängs|stänger|utan vatten|avbrott*)',
    'resten av (dagen|kvällen|natten|veckan|helgen)',
    '(under|hela) (dagen|förmiddagen|eftermiddagen|kvällen|natten|helgen|arbetsdagen|morgonen) & (stäng*|avstäng*|avbrott*|utan vatten|pågå*|åter|tillbaka|vatten*|laga*|repar*)',
    'kort* (vatten)?(avbrott*|avstängning*|stund*|stopp*)|så (snart|fort) (som möjligt|läckan|arbetet|det är|vi)|inom kort',
    '(återkommer|meddelar|informerar) & (när|så snart|så fort) & (vet|klar*|tillbaka|prognos*|lagad)',
  ],
  S4: [
    ...causes,
    'underhåll*|*arbete|*arbeten|*arbetet|arbetar (med|på|vid|i)|*reparation*|reparer*|renover*|relining*|förnya*|förnyelse*|upprust*|ombyggnad*|utbyggnad*|service|servicearbet*|besiktning*|inspektion*|rengöring* av|rensning|högreservoar* ! efter arbetet|så snart arbetet',
    '(byt*|byter|bytas|byte|byts|utbyte|ersätt*|laga*|lagar|lagas|åtgärd*|koppl*|inkoppl*|omkoppl*|ansluta|ansluter|anslut*|flytta*|installer*|montera*|bygg*|bygger om|läggs|lägga|lägger|prov*|provar|test*|spol*) & (*ledning*|rör|rören|*ventil*|*brandpost*|*pump*|*mätare*|*nät|*nätet|servis*|*fastighet*|va system*|vattensystem*|kopplings*|vattenverk*|vattentorn*|reservoar*|*station*|hus|huset|*område|*området|bostäder*|korsning*|gata|gatan) ! kran*',
    '*läck*|vattenläck*|trasig*|akut fel|akut skada|skada (på|i)|lagningsarbet*|ledningsspol*|nätspol*|rörspol*|vattenmätarbyte*|ledningsarbet*',
  ],
  S5: [
    '(tappa*|spola|spolar) & upp|tapp* upp|upptapp* ! (kan|går att|igen) tappa',
    'tappa & (*vatten|hink*|kärl*|kann*|flask*|dunk*) ! ur|tappa ur|kan tappa',
    '(fyll*|fylla|fyller) & (tillbringar*|kärl*|hink*|dunk*|flask*|kann*|kastrull*|badkar*|behållare|upp|på vatten|vattenkokar*) ! tankbil*|tankar|tanken|reservoar*|ledning*',
    '(spara|samla|förbered*|ha|ordna|säkra|förse|hamstra|lagra|reservera|ta gärna|ta|tag|se till att (du|ni) har) & (*vatten) & (hemma|i förväg|reserv*|innan|behov*|kärl*|så att|behöver|undan|upp|inför|hink*|dunk*|flask*|kann*|kastrull*|tillbringar*|skål*|det ni|det du|före|med vatten) ! hämta*|tankbil*|vattentank*|egen|eget|egna',
    '(extra|tillräckligt med|egen) *vatten & (hemma|i förväg|reserv*|innan|före)',
  ],
  S6: [
    'missfärg*|(brun*|grumlig*|rostig*|rostfärg*|gulaktig*|oklart|mjölk*|vitt|vita) & *vatt*|färgat vatten',
    'luft & (ledning*|rör*|kran*|system*|vatt*|nät*)|luftfick*|luftbubb*|luftig*|hostar i kran*|fräser|hackar',
    'spola* & (kallt|kallvatt*|kranen|kranar*|kran|ur|igenom|några minut*|<duration>|tills|en stund|klart|rent|försiktig*) ! toalett*|ledningsnät*',
    '*tryck* & (ojämn*|variera*|förändr*)|tryckslag*|tryckförändring*|tryckvariation*',
    '(tvätta|tvätt|tvätten|vittvätt*|klädtvätt*) & (inte|vänta*|undvik|avvakta|försiktig*) ! koka*|händer*',
    'tvättmaskin* & (direkt efter|efteråt|först)',
    '(låt|låta) & (rinna|spola)|(öppna|vrid) & kran* & (försiktig*|sakta|lite)|(pys*|sprut*|stöt*|host*|rinn*) & kran* ! stäng*',
    '(sil|silar|silen|filter|perlator*|strålsamlar*) & (rens*|ta bort|rengör*|skruva*|kran*)',
    '(efter|efteråt|när) & (vattn*|avstäng*) & (lukt*|smak*|färg*|sediment*|partiklar)',
  ],
  S7: fetchWater,
  S8: readMore,
  S9: [
    '(stäng|stänga|stängd|stängda|avstängda|avstängd|stängt|skruva|vrid|dra) & (kran|kranar|kranen|kranarna|tappkran*|vattenkran*|tappställ*|huvudkran*|huvudavstängning*|inkommande vatten|vattenutkastare) ! fönster ! vi stänger',
    '(kran|kranar|kranen|kranarna|tappkran*|vattenkran*) & (kontrollera*|se till|stängda|öppna|öppen|öppet|glöm*|lämna) ! (öppna|spola|vrid upp) (kran*|försiktig*|kallvatt*|lite|sakta|först)|spola*|ur kran*|vatten* i kran*|luft',
    '(stäng|stänga|slå|dra|koppla|använd|kör|starta|undvik|tänk) & (tvättmaskin*|diskmaskin*|maskiner*|*maskin|varmvattenberedare*|vattenkokare|vattenanslut* apparat*|kaffemaskin*|värmepump*|elpatron*|hushållsmaskin*|ismaskin*) ! hett|hetaste|varmaste',
    '(disk|tvätt|diskmaskin*|tvättmaskin*) & (diskmaskin*|tvättmaskin*) & (inte|avstäng*|igång)',
  ],
  X3: whoSends,
} as const satisfies Partial<Record<PointId, readonly string[]>>;
