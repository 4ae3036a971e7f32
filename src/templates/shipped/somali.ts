import type { ShippedLanguage } from './shipped-language.js';

export const somali: ShippedLanguage = {
  language: 'so',
  readMore: 'Akhri wax dheeraad ah: [länk]',
  update: (about, still) => `War cusub, ${about}: [nytt]. Goobta: [plats]. ${still}`,
  correction: (about, still) =>
    `Sixitaan: [rätt]. Tani waxay beddelaysaa wixii aan hore u qornay, ${about}. Goobta: [plats]. ${still}`,
  reminder:
    'Xusuusin: biyaha waan jari doonnaa. Laga bilaabo: [från]. Ilaa: [till]. Goobta: [plats]. Caawa weelal biyo ku shubo, xir tubooyinka iyo mashiinnada.',
  any: {
    update:
      'War cusub oo ku saabsan wixii bilaabmay [från]: [nytt]. Goobta: [plats]. Wixii kale ee aan hore u qornay way taagan yihiin.',
    correction: 'Sixitaan: [rätt]. Tani waxay beddelaysaa wixii aan hore u qornay. Goobta: [plats].',
    'all-clear':
      'Khatartii way dhammaatay. Laga bilaabo: [från]. Goobta: [plats]. Wixii aan hore u qornay hadda ma jiraan. Wax kale uma baahnid inaad sameyso.',
  },
  kinds: {
    'planned-shutoff': {
      start:
        'Biyaha waan jari doonnaa. Laga bilaabo: [från]. Ilaa: [till]. Goobta: [plats]. Sababta: [orsak]. Weelal biyo ku shubo ka hor. Xir tubooyinka, mashiinka dharka iyo mashiinka weelasha. Biyo waxaa laga helaa: [hämta]. Kadib biyuhu midab bay yeelan karaan: daadi biyo qabow ilaa ay saafi noqdaan.',
      about: 'biyo-goynta',
      still: 'Wixii kale ee aan hore u qornay way taagan yihiin.',
      over: 'Biyihii way soo noqdeen. Laga bilaabo: [från]. Goobta: [plats]. Shaqadii way dhammaatay: [orsak]. Biyuhu midab bay yeelan karaan: daadi biyo qabow ilaa ay saafi noqdaan. Wixii aan ka qornay biyo-goynta hadda ma jiraan. Wax dheeraad ah ka akhri boggayaga.',
    },
    'unplanned-shutoff': {
      start:
        "Biyihii way go'een. Laga bilaabo: [från]. Goobta: [plats]. Sababta: [orsak]. Waxaan filaynaa inay soo noqdaan: [till]. Xir tubooyinka furan, mashiinka dharka iyo mashiinka weelasha. Kadib biyuhu midab bay yeelan karaan: daadi biyo qabow ilaa ay saafi noqdaan. Wax dheeraad ah ka akhri boggayaga.",
      about: 'biyo-goynta',
      still: 'Xir tubooyinka furan.',
      over: 'Biyihii way soo noqdeen. Laga bilaabo: [från]. Goobta: [plats]. Cilladda waa la hagaajiyay: [orsak]. Biyuhu midab bay yeelan karaan: daadi biyo qabow ilaa ay saafi noqdaan. Wixii aan ka qornay biyo-goynta hadda ma jiraan. Wax dheeraad ah ka akhri boggayaga.',
    },
    'long-shutoff': {
      start:
        "Biyihii way go'een. Laga bilaabo: [från]. Goobta: [plats]. Sababta: [orsak]. Waqti ayay qaadan doontaa, waxaan filaynaa inay soo noqdaan: [till]. Biyo la cabbo ka soo qaado: [hämta]. Weelal soo qaado. Xir tubooyinka, mashiinka dharka iyo mashiinka weelasha. Kadib biyuhu midab bay yeelan karaan: daadi biyo qabow ilaa ay saafi noqdaan. Wax dheeraad ah ka akhri boggayaga.",
      about: 'biyo-goynta',
      still: 'Biyo la cabbo ka soo qaado: [hämta]. Xir tubooyinka furan.',
      over: 'Biyihii way soo noqdeen. Laga bilaabo: [från]. Goobta: [plats]. Cilladda waa la hagaajiyay: [orsak]. Biyuhu midab bay yeelan karaan: daadi biyo qabow ilaa ay saafi noqdaan. Wixii aan ka qornay biyo-goynta hadda ma jiraan, taangiyadana waa la qaadayaa. Wax dheeraad ah ka akhri boggayaga.',
    },
    'boil-water': {
      start:
        'Karkari biyaha tubada. Laga bilaabo: [från], ilaa aan kuu sheegno inay dhammaatay. Goobta: [plats]. Biyaha waxaa ku jiri kara bakteeriya. Sababta: [orsak]. Biyaha si fiican u karkari ka hor intaadan cabbin, cunto ku karin, baraf ka sameyn ama ilkaha ku cadayan. Carruurta yaryar, dadka waayeelka ah iyo kuwa buka ayaa khatar gaar ah ku jira. Haddii calooshu ku xanuunto: wac 1177. Tijaabooyin cusub ayaan qaadaynaa.',
      about: 'karkarinta biyaha',
      still: 'Sii wad karkarinta biyaha ilaa aan kuu sheegno inay dhammaatay.',
      over: 'Hadda uma baahnid inaad biyaha karkariso. Laga bilaabo: [från]. Goobta: [plats]. Laba tijaabo oo isku xigta waxay muujinayaan in biyuhu wanaagsan yihiin. Daadi biyo qabow dhowr daqiiqo ka hor intaadan cabbin, tuurna barafkii aad samaysay. Sababtu waxay ahayd: [orsak]. Wax dheeraad ah ka akhri boggayaga.',
    },
    'do-not-use': {
      start:
        'Ha isticmaalin biyaha tubada. Laga bilaabo: [från], ilaa aan kuu sheegno inay dhammaatay. Goobta: [plats]. Biyaha waxaa ku jira: [ämne]. Sababta: [orsak]. Ha cabbin, ha ku karsan, hana ku qubaysan. Karkarintu waxba ma tarto. Musqusha waad daadin kartaa. Biyo la cabbo ka soo qaado: [hämta]. Haddii aad xanuun dareento: wac 1177. Tijaabooyin cusub ayaan qaadaynaa.',
      about: 'biyaha wasakhoobay',
      still: 'Ha isticmaalin biyaha tubada. Karkarintu waxba ma tarto. Biyo la cabbo ka soo qaado: [hämta].',
      over: 'Biyaha tubada mar kale waa la isticmaali karaa. Laga bilaabo: [från]. Goobta: [plats]. Tijaabooyinka waa la ansixiyay: maaddo khatar ah biyaha kuma jirto. Daadi biyaha qabow ee tubo kasta toban daqiiqo ka hor intaadan isticmaalin. Sababtu waxay ahayd: [orsak]. Wax dheeraad ah ka akhri boggayaga.',
    },
    'do-not-drink': {
      start:
        'Ha cabbin biyaha tubada. Laga bilaabo: [från], ilaa aan kuu sheegno inay dhammaatay. Goobta: [plats]. Biyaha waxaa ku jira: [ämne]. Sababta: [orsak]. Biyo la cabbo ka soo qaado: [hämta]. Haddii aadan haysan biyo kale: si fiican u karkari ka hor cabbitaanka, karinta iyo cadayashada. Carruurta yaryar, dadka waayeelka ah iyo kuwa buka ayaa khatar gaar ah ku jira. Haddii calooshu ku xanuunto: wac 1177. Tijaabooyin cusub ayaan qaadaynaa.',
      about: 'biyaha wasakhoobay',
      still: 'Ha cabbin biyo tubada oo aan la karkarin. Biyo la cabbo ka soo qaado: [hämta].',
      over: 'Biyaha tubada mar kale waa la cabbi karaa iyadoon la karkarin. Laga bilaabo: [från]. Goobta: [plats]. Laba tijaabo oo isku xigta waxay muujinayaan in biyuhu wanaagsan yihiin. Daadi biyo qabow dhowr daqiiqo ka hor intaadan cabbin, tuurna barafkii aad samaysay. Sababtu waxay ahayd: [orsak]. Wax dheeraad ah ka akhri boggayaga.',
    },
    'discoloured-water': {
      start:
        'Biyaha tubada midab bay yeelan karaan. Laga bilaabo: [från]. Ilaa: [till]. Goobta: [plats]. Sababta: [orsak]. Cabbitaankoodu khatar ma aha. Daadi biyo qabow ilaa ay saafi noqdaan, dib u dhig dhar-dhaqista. Wax dheeraad ah ka akhri boggayaga.',
      about: 'biyaha midabka yeeshay',
      still: 'Dib u dhig dhar-dhaqista ilaa biyuhu saafi noqdaan.',
      over: 'Biyaha tubada mar kale waa saafi. Laga bilaabo: [från]. Goobta: [plats]. Haddii biyahaagu weli midab leeyihiin: daadi biyo qabow dhowr daqiiqo. Haddii aysan waxba tarin, nala soo xiriir.',
    },
    'sewage-stop': {
      start:
        'Bulaacaddu way xiran tahay. Laga bilaabo: [från]. Goobta: [plats]. Sababta: [orsak]. Ha daadin musqusha, ha qubaysan, hana isticmaalin mashiinka dharka ama weelasha: biyuhu gurigaaga ayay ka soo bixi karaan. Waxaan filaynaa in la hagaajiyo: [till]. Wax dheeraad ah ka akhri boggayaga.',
      about: 'bulaacadda xiran',
      still: 'Ha isticmaalin bulaacadda ilaa aan kuu sheegno inay shaqaynayso.',
      over: 'Bulaacaddu mar kale way shaqaynaysaa. Laga bilaabo: [från]. Goobta: [plats]. Waad daadin kartaa, qubaysan kartaa oo dhar dhaqan kartaa sida caadiga ah. Haddii biyo wasakh ah gurigaaga ka soo baxeen: gacmo qaawan ha ku taaban, sawirro ka qaad oo nala soo xiriir. Wax dheeraad ah ka akhri boggayaga.',
    },
    'district-heating': {
      start:
        "Kuleylka guryuhu wuu go'ay. Laga bilaabo: [från]. Goobta: [plats]. Sababta: [orsak]. Waxaan filaynaa inuu soo noqdo: [till]. Daaqadaha iyo albaabbada xir, biyaha kulul badbaadi. U fiirso deriska caawimo u baahan. Wax dheeraad ah ka akhri boggayaga.",
      about: 'kuleylka guryaha',
      still: 'Daaqadaha iyo albaabbada xir.',
      over: 'Kuleylkii wuu soo noqday. Laga bilaabo: [från]. Goobta: [plats]. Dhowr saacadood ayay qaadan kartaa inta gurigaagu ka kululaanayo. Haddii berri qabow yahay: la xiriir kireeyahaaga ama annaga.',
    },
    'power-outage': {
      start:
        "Korontadii way go'day. Laga bilaabo: [från]. Goobta: [plats]. Sababta: [orsak]. Waxaa la filayaa inay soo noqoto: [till]. Dami shooladda iyo kaawiyadda. U fiirso deriska caawimo u baahan. Haddii aad u baahan tahay kuleyl, koronto ama taageero: [dit]. Wac 112 keliya haddii nolol khatar ku jirto.",
      about: "koronto-go'a",
      still: 'Kuleyl, koronto iyo taageero: [dit].',
      over: 'Korontadii way soo noqotay. Laga bilaabo: [från]. Goobta: [plats]. Hubi qaboojiyaha iyo kuleyliyeyaasha shidnaa. Haddii aadan weli koronto haysan: la xiriir shirkaddaada korontada.',
    },
    'fire-smoke': {
      start:
        'Dab iyo qiiq khatar ah. Laga bilaabo: [från]. Goobta: [plats]. Hadda guriga gal. Xir daaqadaha, albaabbada iyo hawo-mareenka. Gudaha ku jir ilaa aan kuu sheegno in khatartu dhammaatay. Waddooyinka u banneey gurmadka. Wac 112 keliya haddii nolol khatar ku jirto. Dhageyso raadiyaha P4.',
      about: 'dabka',
      still: 'Gudaha ku jir oo daaqadaha, albaabbada iyo hawo-mareenka xir.',
      over: 'Khatartii qiiqu way dhammaatay. Laga bilaabo: [från]. Goobta: [plats]. Waad bixi kartaa. Daaqadaha fur oo hawo-mareenka dib u shid. Haddii neefsashadu kugu adag tahay: wac 1177. Wax dheeraad ah ka akhri boggayaga.',
    },
    evacuation: {
      start:
        'Ka bax aagga hadda. Goobta: [plats]. Laga bilaabo: [från]. Khatarta: [fara]. Tag halkan: [dit]. Qaado daawo, telefoon, aqoonsi iyo dhar diirran. Caawi deriska u baahan. Haddii aadan ka bixi karin: wac 112. Ha ku noqon ilaa aan kuu sheegno inay ammaan tahay.',
      about: 'ka bixidda aagga',
      still: 'Goobta kulanka: [dit]. Ha ku noqon ilaa aan kuu sheegno inay ammaan tahay.',
      over: 'Guriga waad ku noqon kartaa. Laga bilaabo: [från]. Goobta: [plats]. Khatartii way dhammaatay. Haddii aad aragto burbur ama uriso gaas ama qiiq: bannaanka u bax oo wac 112. Wax dheeraad ah ka akhri boggayaga.',
    },
    waste: {
      start:
        'Qashin-qaadistu way daahaysaa. Goobta: [plats]. Sababta: [orsak]. Waxaan qaadaynaa ugu dambayn: [till]. Weelka meesha ku daa, jidka loo marana banneey. Wax dheeraad ah ka akhri boggayaga.',
      about: 'qashin-qaadista',
      still: 'Weelka meesha ku daa.',
      over: 'Qashin-qaadistu mar kale waa sidii caadiga ahayd. Laga bilaabo: [från]. Goobta: [plats]. Haddii weelkaaga aan la faaruqin: nala soo xiriir.',
    },
    road: {
      start:
        'Waddadu way xiran tahay. Laga bilaabo: [från]. Ilaa: [till]. Goobta: [plats]. Sababta: [orsak]. Waddo kale qaado oo raac calaamadaha. Gaadiidka gurmadku way mari karaan. Wax dheeraad ah ka akhri boggayaga.',
      about: 'waddada xiran',
      still: 'Waddo kale qaado oo raac calaamadaha.',
      over: 'Waddadu mar kale way furan tahay. Laga bilaabo: [från]. Goobta: [plats]. Wixii aan ka qornay xiritaanka hadda ma jiraan.',
    },
    exercise: {
      start:
        'Tani waa tababar. Waxba ma dhicin. Waxaan tijaabinaynaa gaarsiinta telefoonnada. Laga bilaabo: [från]. Goobta: [plats]. Waxba uma baahnid inaad sameyso. Ha wicin 112.',
      about: 'tababarka',
      still: 'Tani waa tababar. Waxba uma baahnid inaad sameyso.',
      over: 'Tababarkii wuu dhammaaday. Laga bilaabo: [från]. Goobta: [plats]. Waxba ma dhicin, waxbana uma baahnid inaad sameyso. Waad ku mahadsan tahay caawimada.',
    },
  },
};
