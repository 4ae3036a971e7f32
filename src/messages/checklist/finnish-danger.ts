import type { PointId } from './points.js';

/** What important public announcements in Finnish say, by point, except the area. Signs are stems. */
export const finnishDanger = {
  D2: [
    // "Palaa" alone is also "comes back".
    '*tulipalo*|*maastopalo*|*metsäpalo*|*rakennuspalo*|(talo|halli|*halli|varasto|*varasto|rakennus|metsä) palaa|syttyn*|savu*|räjähd*|räjähty*',
    '*vuoto|*vuotoa|*vuodon|vuotaa|vuotanut|päästö*|kemikaal*|ammoniak*|kloorikaasu*|vaaralli* ain*',
    '*onnettomuu*|suistu*|törmäy*|törmän*|kolari*|ampumi*|ammuskelu*|pommi*|sabotaasi*|hyökkäy*|epäilyttäv* (esine*|paket*)',
    '*tulva|*tulvan|*tulvia|tulvii|tulvavaara*|patomurtu*|pato* & murtu*|maanvyöry*|vyöry*|sortum*|sortu*|*myrsky*|ukonilma*|rankkasade*|(vesi|veden|joen|joki) & nousee',
    '*sähkökatko*|sähkö* & (poikki|katki)|(hätänumero*|112|puhelin*|lämmity*) & (ei|eivät) & (toimi)',
  ],
  D3: [
    'myrkylli*|*vaaralli*|hengenvaara*|tappava*|syövyttäv*|haitalli*|radioaktiivi* ! ohi|enää',
    '(vaara|vaaran|vaaraa|riski|riskin|uhka|uhkaa|uhkaavat) ! ohi|enää|poistunut',
    '(räjähdys|palo|sortuma|sortumis|tulva|vyörymä)vaara* ! ohi|enää',
    '(voi|voivat|saattaa|saattavat) & (räjähtä*|sortu*|levitä|vahingoit*|aiheut*|myrkyt*|hukku*|tulvia|ärsyttä*|syttyä|murtu*)',
    'leviä* & (kohti|alueelle|nopeasti|suuntaan)|lähestyy|ärsyttä* & (silm*|hengity*|keuhko*|kurkku*)|(vaikea|vaikeaa) hengittää|hengitysvaike*',
  ],
  D4: [
    '(mene|menkää|siirry|siirtykää|pysy|pysykää|pysyttele|jää|jääkää|hakeudu|hakeutukaa) & (sisälle|sisällä|sisätiloi*|kotona|kotiin|suoja*|suojaan)',
    '(sulje|sulkekaa|suljettava|sammuta|sammuttakaa|tiivistä) & (ikkuna*|ovi|ovet|ilmanvaihto*|ilmastointi*|tuuletti*|venttiil*)',
    'evakuoi*|(poistu|poistukaa|lähde|lähtekää|jätä|jättäkää) & (aluee*|rakennu*|talosta|kotoa|kotisi|heti|välittömästi|paikalta)|kokoontumispai*|kokoonnu*|kokoontukaa',
    '(pysy|pysykää|pysyttele) & (poissa|kaukana|etäällä|loitolla)|vält(ä|tä|tä*|et*)|(älä|älkää) & (mene|menkö|liiku|liikkuko|koske|koskeko|lähesty|lähestykö|aja|ajako|juo|juoko|syö|syökö|hengitä|hengittäkö)',
    '(noudata|noudattakaa|kuuntele|kuunnelkaa) & (ohje*|viranomai*|radio*)',
  ],
  D5: [
    '(pidä|pitäkää|jätä|jättäkää) & (tie|tiet|ajoväyl*|kulkuväyl*|kulkureit*|kadut|pelastustie*) & (vapa*|auki|avoin*)',
    '(älä|älkää|vältä) & (estä|estäkö|häiritse|häiritkö|tuki|tukkiko|haittaa|haitatko) & (pelastus*|hälytysajoneuvo*|poliisi*|tie|tiet|teitä|liikennettä)',
    '(auta|auttakaa|avusta) & (pelastus*|naapur*|muita|toisia*|vanhuks*|ikääntyn*|poliisi*)',
    '(pysy|pysykää|pysyttele) & (poissa|kaukana|etäällä|loitolla)|(älä|älkää) & (mene|menkö|aja|ajako|tule|tulko|lähde|lähtekö) & (paikalle|alueelle|katsomaan|sinne)',
    '(soita|soittakaa|ilmoita|ilmoittakaa|kerro|vihje*) & (112|11414|114 14|poliisi*|hätäkesku*)|oletko nähnyt',
    '(kerro|kertokaa|varoita|varoittakaa|huolehdi|käy) & (naapur*|muille|muita|vanhuks*|läheis*|omais*)|(älä|älkää) & (levitä|levittäkö|jaa|jakako) & huhu*',
  ],
} as const satisfies Partial<Record<PointId, readonly string[]>>;
