// Signs that several Swedish points share.

/** Names of places in such sentences are not the area. */
const elsewhere =
  '(hämta*|vattentank*|tankbil*|tankar|tanken|tank|vattenpost*|läs mer|läsa mer|kontakt*|ring|ringa|vårdcentral*|webb*|hemsida*|finns (vid|på|utanför|att hämta))';
const event =
  '(avstäng*|vattenavstäng*|stäng (av )?vatt*|stängs|stänger|stängt|*läck*|*avbrott*|utan vatten|saknar vatten|kok*|drick|drickas|otjänlig*|*vattnet|gäller|berör*|drabba*|påverka*|*brott|*störning*)';

export const area: readonly string[] = [
  `<place> ! ${elsewhere}`,
  `<street> ! ${elsewhere}`,
  `<places> ! ${elsewhere} ! livsmedelsverk*|folkhälsomyndighet*`,
  `${event} & <place> ! hämta*|tankbil*|vattentank*|finns|läs mer`,
  `${event} & <street> ! hämta*|tankbil*|vattentank*|finns|läs mer`,
  '<event-place>',
  '<of-place>',
  '<labelled-place>',
  'området på kartan|(på|i|inom) (det )?(markerad|markerade|markerat) *|område #',
  '(hela|alla i) (kommunen|staden|tätorten|samhället|byn|ön|området|centralorten|centrum)',
  'all* & kommunal* (dricks)?vatten ! inte',
];

export const readMore: readonly string[] = [
  '<link>',
  '<contact>',
  '(läs|läsa|läser|se|följ) & (information|info|webb*|hemsid*|driftinfo*|driftstörning*|nätet|sociala medier|facebook|appen)',
  '(mer|mera|aktuell|senaste|löpande|ytterligare) & (webb*|hemsid*|driftinfo*|driftstörningss*|sociala medier|facebook|appen)',
  '(information|besked*|nyheter*|uppdatering*) & (hemsid*|webb*|facebook|sociala medier|driftinfo*)',
  'läs mer|läsa mer|för mer info*|mer information|information finns|uppdaterad information ! kommer|följer|när|så snart|senare',
  '(mer|mera|nytt|nyheter|information) & (här|på) (på )?(sidan|hemsidan|webben|webbplatsen)',
  '(meddelar|informerar|skriver|uppdaterar|berättar) & (här|sms|webb*|hemsid*)|lyssna & (radio*|lokalradio*|p4|p 4)',
  'uppdater* & (här|sidan|webb*|hemsid*|löpande) ! besked',
  '(ring|ringa|ringer|kontakta|kontaktar|kontakt|maila|mejla|nå|når|når oss|vänd dig|vänder du dig|hör av dig|hör av er) & (oss|kund*|kontakt*|va enhet*|va avdel*|va jour*|jour*|växel*|kommun*|medborgar*|servicecent*|driftcentral*|felanmäl*|<contact>) ! vård*|sjukvård*|läkar*|1177',
  '(fråg*|undrar|fundering*|synpunkt*|upplysning*) & (ring|kontakt*|kund*|svarar|växel*|tel|telefon*|mejl*|mail*|jour*|välkommen)',
  '(kundtjänst*|kundcent*|kontaktcent*|kundservice|medborgarservice|servicecent*|felanmälan|va jouren|driftjour*|dricksvattenjour*|vattenjour*)',
];

export const fetchWater: readonly string[] = [
  'hämta* & (*vatten*|*vattnet|tank*|dunk*|kärl)',
  '(nödvatten*|tankbil*|vattentank*|vattentankar|dricksvattentank*|vattenvagn*|vattenkiosk*|vattensläp*|vattenbil*|tankvagn*|vattenpås*|vattenstation*|vattenpost*|vattenkärl|vattenhämtning*|vattenutdelning*|tappställe*|tappstation*|reservvatten)',
  '(tank|tankar|tanken|tankarna|vattenkran|behållare|cistern) & (står|ställs|ställer|placer*|finns|utställ*|utplacer*|uppställ*|kör*|på plats|fyll*)',
  '(vatten|dricksvatten|färskvatten|kranvatten) (finns|går) (att|vid|på|utanför|i|hos|för) ! ledning*|reservoar*',
  '(tank|tankar|dunkar|flaskor) med *vatten*',
  '(kör|köra|körs|dela|delar|delas|ställa|ställer|ställs|ställt|ställts|kört) (ut|fram) & *vatten*',
  '(ta|tag|medtag|ha) & (med|egen|eget|egna) & (kärl|dunk*|hink*|flask*|behållare)',
];

/** Why something happened. */
export const causes: readonly string[] = [
  '*läcka|*läckan|*läckor|*läckorna|*läckage|*läckaget|läcker|läckt|läckte',
  'rörbrott*|ledningsbrott*|rörskad*|rörhaveri|*haveri|*haveriet|havererat|sprungit|spruckit|sprucken|sprack',
  'driftfel*|driftstopp*|driftstörning*|driftproblem|pumpfel*|tekniskt fel|fel (på|i|vid|hos)|felkoppl*|fel som',
  'strömavbrott*|elavbrott*|strömlöst|åska*|blixtnedslag*|brand',
  '*översvämning*|skyfall*|snösmältning*|vårflod*|torka|torkan|(kraftig*|ihållande|mycket) regn*|regnande*|höga flöden',
  'avgräv*|grävskad*|(gräv*|körde|kört|borra*) & (av|på|sönder|skada*) & (*ledning|*ledningen|*ledningar*|rör*|kabel*)',
  'avloppsvatten & (trängt|läckt|läcker|kommit|runnit|rinner|tagit sig)|återström*|backventil*|inträng*|bräddning*',
  '(pump*|ventil*|motor*|aggregat*) & (stanna*|fel|stopp*|ur drift|slut*|krångl*|trasig*)|anledningen|skälet är|förklaringen|(problem|bekymmer) (med|i|på) (*verk*|*ledning*|*nätet|*pump*)',
  'sabotage|inbrott|råkade|råkat|misstag|olyck*|*utsläpp|*utsläppet|dikeskör*',
  'orsak* ! (leta*|letar|finna|hitta*|sök*|utred*|spår*|undersök*|ta reda)',
  'orsak* & (okänd*|oklar*|inte känd*|vet inte|vet vi inte|ännu inte)|(vet|oklart|oklar) & varför',
  '(på grund av|p g a|pga|till följd av|med anledning av|i samband med|beror på|berodde på|orsaka*|föranle*) ! bakteri*|koliform*|e coli|förorening*|förhöj*',
  'eftersom ! koka|kokat',
  'därför att|efter att & (arbet*|ledning*|pump*|lag*)|(är|var|blev|har gått) (trasig|trasigt|sönder|skadad|skadat)|gått sönder|ur funktion',
  '(uv|klor*|renings*|desinf*|filter*) & (fel|slut*|fungera*|stopp*|problem)',
];

const organisms =
  '*bakteri*|e coli|ecoli|koliform*|enterokock*|clostridi*|parasit*|cryptosporidi*|giardia|virus|*virus|mikroorganism*|mikrobiolog*|mikrob*|legionella*|campylobacter*|salmonella*|smittämne*|cyanobakteri*|alggift*|algtoxin*|fekal*|amöb*';
const substances =
  'pfas*|pfos|bly|arsenik*|uran|fluorid*|nitrat*|nitrit*|ammoni*|diesel*|olja|oljan|oljeutsläpp*|eldningsolja|petroleum*|bensin*|kemikali*|kemisk*|lösningsmedel*|bekämpningsmedel*|pesticid*|tungmetall*|glykol*|koppar|kadmium|kvicksilver|krom|nickel|trihalometan*|lut|klorit*|bromat*|radon|avloppsvatten*|salthalt*';

export const dangers: readonly string[] = [
  organisms,
  substances,
  // Chlorine in the usual amount is a treatment.
  '(klor|mangan|aluminium|salt) & (halt*|höga|hög|mycket|förhöj*|dos*)',
];

/** Whose words these are. */
export const whoSends: readonly string[] = ['<sender>'];

/** An organism or a substance that was found, as against one that was not. */
export const finding = `${organisms}|${substances}`;
