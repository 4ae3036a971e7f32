import type { ShippedKind } from './shipped-kinds.js';

/**
 * For the page. Of bad water: what Livsmedelsverket's guidance on section 32 of LIVSFS 2022:12 asks for and the SMS
 * can't carry, with the content of the joint leaflet on boiling (Livsmedelsverket, Folkhälsomyndigheten, Svenskt Vatten).
 */
export const swedishWeb = {
  'planned-shutoff': `Vi stänger av vattnet från [från] till [till]. Det gäller: [plats]. Varför: [orsak].

Gör så här innan:
- Tappa upp vatten till dryck, mat och toalett.
- Stäng alla kranar, så att det inte svämmar över när vattnet kommer tillbaka.
- Stäng av tvättmaskin och diskmaskin.

Dricksvatten finns att hämta: [hämta]. Ta med egna kärl.

När vattnet är tillbaka kan det vara missfärgat eller innehålla luft. Det är inte farligt. Spola kallt tills det är klart, och vänta med att tvätta kläder.`,
  'unplanned-shutoff': `Vattnet är avstängt sedan [från]. Det gäller: [plats]. Orsak: [orsak]. Vi räknar med att vattnet är tillbaka [till].

Kontrollera att alla kranar är stängda, så att det inte svämmar över när vattnet kommer tillbaka. Stäng av tvättmaskin och diskmaskin.

När vattnet är tillbaka kan det vara missfärgat eller innehålla luft. Det är inte farligt. Spola kallt tills det är klart, och vänta med att tvätta kläder. Vattnet kan komma och gå några gånger.`,
  'long-shutoff': `Vattnet är avstängt sedan [från]. Det gäller: [plats]. Orsak: [orsak]. Vi räknar med att vattnet är tillbaka [till].

Dricksvatten finns att hämta: [hämta]. Ta med egna, rena kärl. Hjälp gärna grannar som inte kan hämta själva.

Toaletten kan du spola en gång. Spara det vatten du har till dryck och mat. Kontrollera att alla kranar är stängda, och stäng av tvättmaskin och diskmaskin.

När vattnet är tillbaka kan det vara missfärgat eller innehålla luft. Det är inte farligt. Spola kallt tills det är klart, och vänta med att tvätta kläder.`,
  'boil-water': `Koka kranvattnet från [från] tills vi meddelar att det är över. Det gäller: [plats]. Det kan finnas bakterier i vattnet. Orsak: [orsak].

Låt vattnet koka upp så att det bubblar kraftigt. Längre än så behövs inte. Häll det i ett rent kärl och låt det svalna.

Använd kokt vatten till:
- dryck, saft, kaffe och te (en kaffebryggare kokar inte vattnet)
- is
- att skölja frukt och grönsaker som äts råa
- att borsta tänderna.

Okokt vatten går bra till:
- mat som själv kokas
- att tvätta händer och ansikte och att duscha, men små barn får inte svälja det
- diskmaskin på hetaste programmet, och disk för hand som får torka
- tvätt, städning, blommor och toalett.

Små barn, äldre, gravida och sjuka är extra känsliga. Man kan få diarré, magont, feber och må illa. Blir du sjuk: ring 1177.

Driver du en verksamhet med livsmedel måste du följa rekommendationen. Äger du ett hus: berätta för dina hyresgäster.

Vi söker felet och tar nya prover. Rekommendationen tas bort när två prov i rad är godkända. Det tar minst två dygn.`,
  'do-not-use': `Använd inte kranvattnet från [från] tills vi meddelar att det är över. Det gäller: [plats]. Vattnet är förorenat av [ämne]. Orsak: [orsak].

Använd det inte till dryck, mat, tandborstning, dusch, bad, disk eller tvätt. Ge det inte till djur. Att koka vattnet hjälper inte: ämnet blir kvar. Du kan spola i toaletten.

Dricksvatten finns att hämta: [hämta]. Ta med egna, rena kärl.

Små barn, gravida, äldre och sjuka är extra känsliga. Har du druckit av vattnet och mår dåligt: ring 1177. Vid akut förgiftning: ring 112.

Vi söker källan, spolar ledningarna och tar nya prover. Du får besked när vattnet går att använda igen.`,
  'do-not-drink': `Drick inte kranvattnet från [från] tills vi meddelar att det är över. Det gäller: [plats]. Vattnet är förorenat av [ämne]. Orsak: [orsak].

Dricksvatten finns att hämta: [hämta]. Ta med egna, rena kärl. Har du inget annat vatten: koka det så att det bubblar kraftigt innan du använder det till dryck, mat, is eller för att borsta tänderna. Att koka vattnet dödar bakterier, virus och parasiter.

Du kan duscha, men små barn får inte svälja vattnet. Tvätt, städning och toalett går bra.

Små barn, äldre, gravida och sjuka är extra känsliga. Man kan få diarré, magont, feber och må illa. Blir du sjuk: ring 1177.

Vi söker felet och tar nya prover. Du får besked när två prov i rad är godkända.`,
  'discoloured-water': `Kranvattnet kan vara brunt eller grumligt från [från] till [till]. Det gäller: [plats]. Orsak: [orsak].

Det är järn och mangan som har lossnat i ledningarna. Det är inte farligt att dricka, men kan smaka och fläcka tvätt. Spola kallt i den kran som är närmast där vattnet kommer in i huset, tills det är klart. Vänta med att tvätta kläder.`,
  'sewage-stop': `Det är stopp i avloppet sedan [från]. Det gäller: [plats]. Orsak: [orsak]. Vi räknar med att det är lagat [till].

Spola inte i toaletten, duscha inte och kör inte tvättmaskin eller diskmaskin. Vattnet har ingenstans att ta vägen och kan tränga upp genom golvbrunnar hos dig eller dina grannar.

Tränger avloppsvatten upp: rör det inte med bara händer, håll barn och djur borta, ta bilder och kontakta oss.`,
  'district-heating': `Det är avbrott i fjärrvärmen sedan [från]. Det gäller: [plats]. Orsak: [orsak]. Vi räknar med att värmen är tillbaka [till].

Ett hus kyls långsamt. Håll fönster och dörrar stängda, och samlas i ett rum. Spara på varmvattnet. Använd aldrig grill eller gasolkök inomhus. Titta till grannar som behöver hjälp.`,
  'power-outage': `Det är strömavbrott sedan [från]. Det gäller: [plats]. Orsak: [orsak]. Strömmen väntas vara tillbaka [till].

Stäng av spis, strykjärn och element som kan orsaka brand när strömmen kommer tillbaka. Håll frys och kyl stängda. Titta till grannar som behöver hjälp. Värme, ström och stöd finns här: [dit].

Ring 112 bara om liv är i fara.`,
  'fire-smoke': `Det brinner, och röken är farlig, sedan [från]. Det gäller: [plats].

Gå inomhus. Stäng fönster, dörrar och ventilation, också köksfläkten. Stanna inne tills vi meddelar att faran är över. Är du i bil: stäng fönster och fläkt, och kör bort från röken.

Håll vägarna fria för räddningstjänsten. Ring 112 bara om liv är i fara. Frågor: ring 113 13. Lyssna på P4.`,
  evacuation: `Lämna området. Det gäller: [plats], från [från]. Fara: [fara].

Ta dig hit: [dit]. Där finns personal som tar emot.

Ta med medicin, telefon och laddare, id, glasögon, varma kläder och det som barn och djur behöver. Stäng fönster och lås. Hjälp grannar som behöver det. Kan du inte ta dig därifrån: ring 112.

Gå inte tillbaka förrän vi meddelar att det är säkert.`,
  waste: `Sophämtningen blir försenad. Det gäller: [plats]. Orsak: [orsak]. Vi hämtar senast [till].

Låt kärlet stå framme, och håll vägen till det fri från bilar och snö. Blir kärlet fullt kan du ställa en väl knuten påse bredvid.`,
  road: `Vägen är avstängd från [från] till [till]. Det gäller: [plats]. Orsak: [orsak].

Välj en annan väg och följ skyltarna. Gående och cyklister: följ skyltarna på platsen. Utryckningsfordon kommer fram.`,
} as const satisfies Partial<Record<ShippedKind, string>>;
