import type { PointId } from './points.js';
import { area, causes, finding, readMore, whoSends } from './swedish-shared.js';

const noMoreBoiling =
  '(inte|ej|slipper|slipp|sluta|slutar|upphör*|häv*|hävs|hävd|hävt|hävts|upphäv*|borttag*|tas bort|tagit bort|lyft*|lyfts|avbl*|inget behov|onödig*) & (koka|kokas|kokning*|kokningsrek*|kokpåbud*|rekommendation*|rådet|råd om|restrik*|användningsförbud*|förbud*|uppmaning*|avråd*) ! tills|förrän|innan vi|när prov*|fortfarande|fortsätt att koka|ännu inte|inte har hävts|inte hävts';
const safe =
  '(kan|går|är|får) & (dricka|drickas|använda|användas|tjänligt|säkert|rent) ! inte|ej|koka*|otjänligt|hämta*|tank*|missfärg*|små barn';
const back =
  '(*vattnet|*vatten|*leveransen|vattenförsörj*|driften) & (tillbaka|åter|igen|påsläppt|påkopplat|återställ*|normal*|fungera*) & (är|har|nu|åter|finns|fått|fungera*) ! när vattnet|räknar|beräkna*|vänta*|om vattnet|dröj*|innan|kommer (att|vatten*)|kommer åter|stäng*|stänger|stängt|stängs|inte|ännu|tills';

/** What Swedish notices that a danger or a shutoff is over say, by point. */
export const swedishAllClear = {
  A1: [...area, '(allt|alla|hela|det) (det )?(kommunalt|kommunala)'],
  A2: [
    noMoreBoiling,
    safe,
    back,
    '(över|avslut*|avhjälpt*|åtgärda*|lagad|lagat|lagats|reparera*|färdig*|löst|upphört*|hävd|hävts|normaliser*) & (är|har|nu|blev|blivit) ! inte|ej|ännu|förrän|när|tills|prognos*|beräkna*|uppskatta*|räknar|hoppas|arbetar',
    '(*arbetet|reparation*|sanering*|*läckan|felet) & (klar|klart|klara|färdig*) ! inte|ännu|när|tills|prognos*|beräkna*|uppskatta*|räknar|hoppas|vänta*',
    '(släckt|släckts|upphävd|upphävts|avvärjd|avvärjts|undanröjd|undanröjts) & (är|har) ! inte|ej|ännu|när|tills|förrän',
    'inte längre & (farlig*|giftig*|hotar|hotas)|(ingen|inte någon) (fara|risk) (längre|kvar)',
    'fritt fram|utan att koka|faran över|faran är över|falskt larm|falsklarm*|(åter|nu) tjänligt|inte längre & (gäller|koka|förorena*|otjänligt|risk*|fara)|gäller inte längre|(tjänligt|säkert) (igen|att dricka)|normal* (drift|igen|läge)|läget är normalt',
  ],
  A3: [
    '<when> ! (fråg*|ring|telefontid*|öppet|öppettid*|svar vänta*)',
    'nu|omedelbart|genast|omgående|inte längre|längre|från och med|fr o m|åter|igen',
  ],
  A4: [
    '(*prov|*prover|*proverna|*provet|*provsvar*|*provsvaren|*provresultat*|*analys*|analysresultat*|*provtagning*|*undersökning|*utredning|svar|svaren|resultat*) & (visa*|visar|visat|godkän*|fri*|bra|utan|två|både|tjänlig*|inga|inget|normal*|ok|okej|klar*|rena|rent|anmärkning*|uppfyller|under gränsvärde*|negativ*|samtliga|säkert)',
    '(inga|inte|fri|fria|fritt|utan) & (*bakteri*|e coli|koliform*|förorening*|smittämne*|parasit*|förhöj*)',
    '(prov|prover|provtagning*) & (tagit|tagits|följ*|rad|två|godkän*)|uppfyller (kraven|kvalitetskrav*|gränsvärde*)|(kvalitet*|vattenkvalitet*) & (god|bra|säker*|kontrollera*|normal*|godkän*)',
    '(*läcka|*läckan|*läckor*|felet|skadan|ledning*|röret|pumpen|ventilen|orsak*|driftstörning*|problem*|arbetet) & (lagad|lagade|lagat|lagats|reparera*|åtgärd*|bytt*|avhjälpt*|fixa*|avslut*|klar*|klart|färdig*|tätad|tätats)',
    'nu (bytt|bytta|lagad|lagade|lagat|åtgärda*|tät|reparera*)',
    '(spola*|klorera*|desinf*|rengjor*|sanera*) & (ledning*|nät*|reservoar*|system*|verk*) ! dig|din|du',
    '(smittskydd*|livsmedelsverk*) & (godkän*|samråd*|bedöm*|rekommend*)',
  ],
  A5: [
    noMoreBoiling,
    'spola|spolar|spolas|spolning ! ledningsnät*|vi har spolat|vi spolar|vi spolade|har spolats',
    '(kan|går|får|säker*|använd*|drick*) & (dricka|drickas|använda|användas|använd|drick|vanligt|direkt ur|utan att koka) ! inte|ej|förrän',
    '(kan|får|går) & (gå|vistas|åka|återvända|flytta|komma|köra) & (ut|ute|utomhus|hem|hemmet|tillbaka|igen|åter) ! inte|ej|när|förrän|innan',
    '(vädra|vädrar|öppna|öppnar) & (fönster*|dörr*|bostad*|hem|hus|huset|lägenhet*|väl|ordentligt) ! inte|ej|när|förrän',
    '(slå|sätt|sätta) på (ventil*|fläkt*) ! inte|ej|när|förrän',
    'som vanligt|återgå till|(säkert|ofarligt) att (dricka|använda)|behöver inte (längre )?(göra|vidta|koka)',
    '(rengör*|byt|töm*|tappa ur|skölj*|släng*|kör|öppna|häll*|rensa) & (filter*|sil*|kran*|ismaskin*|isbit*|kaffe*|vattenkokar*|berett*|varmvatten*|kärl*|kokt|maskin*|dunk*)',
    '(låt|låta) & (rinna|spola)|(slå|starta|använda) & (*maskin|*maskinen|*maskiner)',
    '(missfärg*|luft) & (spol*|låt*|försvinner|ofarlig*)|tvätta (inte|först)|vänta med (att )?tvätt*',
  ],
  A6: [
    ...causes,
    `(${finding}) & (hitta*|hittades|upptäck*|påvis*|misstänk*|misstanke|funn*|fann|förhöj*|halt*|trängt|kom|kommit|visat|visade*|larm*|tidigare) ! inga|inte längre|fri|fria|godkän*`,
    'misstag|misstaget|falskt larm|falsklarm*|felaktig*|fel (prov*|svar*|analys*)|förväxl*|missförstånd*|orsak*|berodde|beror på|förorena*|(*förorening|*föroreningen) & (misstänk*|kom|berodde|hitta*|upptäck*|orsak*)',
    '(infördes|utfärdades|började|gick ut|rådde|rekommenderade|bad|uppmanade|stängde|stängdes) & (efter|eftersom|då|sedan|på grund)',
    '(*arbetet|underhåll*|ledningsarbet*) & (klar*|färdig*|avslut*|planera*)',
  ],
  A7: readMore,
  A8: [
    '(fortsätt*|kommer att|framöver|närmaste|närmsta|kommande|extra|ytterligare|löpande) & (prov*|*provtagning*|övervak*|kontroll*|följ*|klor*|undersök*|utred*|åtgärd*|arbet*|informera*|spol*)',
    '(utred*|utvärder*|uppfölj*|följa upp|följer upp|lär*|ersättning*|kompens*|återställ* (mark|gata|asfalt)|asfalter*|permanent lagning)',
    '(kan|under) & (en tid|några dagar|<duration>|ett tag) & (lukt*|smak*|missfärg*|klor*|tryck*|luft*)',
    '(ny|nya|planera*) & (avstängning*|avbrott*|reparation*) & <when>',
  ],
  X3: whoSends,
} as const satisfies Partial<Record<PointId, readonly string[]>>;
