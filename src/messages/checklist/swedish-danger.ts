import type { PointId } from './points.js';
import { area } from './swedish-shared.js';

/** What Swedish important public announcements say, by point. */
export const swedishDanger = {
  D1: area,
  D2: [
    '*brand|*branden|*bränder|brinner|brunnit|eldsvåda*|*explosion|*explosionen|exploderat|*rök|*röken|rökutveckling*|rökmoln*',
    '*utsläpp|*utsläppet|*läcka|*läckan|*läckage|*läckaget|läcker|läckt|gasmoln*|kemikalie*|ammoniak*|klorgas*|gasol*|farligt gods',
    '*olycka|*olyckan|urspår*|kolli*|sprängning*|skottloss*|skjutning*|dödligt våld|bombhot*|sabotage|*attack|*attacken|misstänkt föremål',
    '*översvämning|*översvämningar|*översvämningen|högt vatten|höga flöden|dammbrott*|skyfall*|*skred|*skredet|ras|raset|rasat|*storm|*stormen|orkan*|åskoväder|oväder*|isstorm*',
    '(risk|fara|varning) för & (ras|skred|brand|explosion*|översvämn*|gas*|dammbrott*|storm*|oväder*)',
    '(strömavbrott*|elavbrott*|strömmen|telefonstörning*|värmen|telefoni*|112) & (borta|slut|ur funktion|fungerar inte|avbrott*|utan)',
  ],
  D3: [
    '(giftig*|*farlig|*farliga|*farligt|livsfara|dödlig*|frätande|skadlig*|kvävande|radioaktiv*) ! över|farligt gods',
    '(fara|risk|risker|hot|akut fara) (för|att) ! över',
    'explosionsrisk*|brandrisk*|rasrisk*|smittrisk*|explosionsfar*|hotar|hotas|hotad*',
    '(kan|riskerar) & (explodera*|rasa|spridas|sprida sig|skada*|skadas|förgift*|drunkn*|översvämma*|orsaka*|bli (mycket )?sjuk*|ge (svåra )?skad*|irritera*|brinna)',
    '(sprider|sprids|spridning|närmar) & (mot|till|snabbt|sig)|irriter* & (ögon*|luftväg*|hals*|lungor*)|svårt att andas|andningsbesvär*|andningssvår*',
    '(ingen|inga|inte) & (fara|risk|risker|farlig*|hot) ! över',
  ],
  D4: [
    '(gå|går|håll|stanna|stannar|bege|sök|söker) & (inomhus|inne|in|hemma|skydd) ! gå in på',
    '(stäng|stänga|tejpa) & (fönster*|dörr*|ventil*|fläkt*)|stäng av (ventil*|fläkt*)',
    '(utrym|utrymma|utryms|evakuer*|lämna|lämnar) & (huset|hus|området|bostad*|byggnad*|platsen|hemmet|hem|genast|omedelbart|alla|till)|utrymning*',
    '(sätt|ta) & (säkerhet)|ta (skydd|dig till|er till)|bege (dig|er)|samlas & (vid|på|i)|uppsamlingsplats*',
    '(håll|håller) & (borta|undan|avstånd)|undvik*|vistas inte|(gå|åk|kör|ge) & inte & (ut|dit|till|nära|i|på)|rör inte',
    '(följ|lyssna) & (anvisning*|uppmaning*|råd|radio*|p4|p 4|myndighet*)',
    '(koka|drick|dricka|använd|ät) & (inte|vatten*)|andas genom|täck (för )?(näsa|mun)*',
  ],
  D5: [
    '(håll|håller|lämna) & (väg*|gata*|gator*|infart*|passage*|fri väg|plats) & (fri|fria|fritt|för|undan)',
    '(hindra*|stör*|försvåra*|blockera*) & (inte|ej|undvik) & (räddning*|arbete*|utryckning*|ambulans*|brandkår*|polis*|väg*)',
    '(underlätta*|hjälp*|assistera) & (räddning*|arbete*|grann*|andra|varandra|äldre|polis*)',
    '(håll|håller) & (borta|undan|avstånd)|(åk|kör|gå) & inte & (dit|till platsen|till området|fram|för att titta)|undvik (området|platsen|att (åka|köra|gå))',
    '(ring*|kontakt*|belasta*|tipsa*) & (112|polis*|11414|114 14|larmcentral*)|har du sett|iakttagels*|tips till',
    '(berätta|varna|informera|se till|titta till|kontrollera) & (grann*|andra|äldre|anhörig*)|(dela|sprid) & (inte|rykten|vidare|informationen)',
  ],
} as const satisfies Partial<Record<PointId, readonly string[]>>;
