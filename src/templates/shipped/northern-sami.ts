import type { ShippedLanguage } from './shipped-language.js';

export const northernSami: ShippedLanguage = {
  language: 'se',
  readMore: 'Loga eanet: [länk]',
  update: (about, still) => `Ođđa dieđut, ${about}: [nytt]. Guovlu: [plats]. ${still}`,
  correction: (about, still) =>
    `Divvun: [rätt]. Dát boahtá min ovddit dieđu sadjái, ${about}. Guovlu: [plats]. ${still}`,
  reminder:
    'Muittuhus: mii giddet čázi. Álgá: [från]. Nohká: [till]. Guovlu: [plats]. Viečča čázi lihttiide odne eahkedis, ja gidde kránaid ja mašiinnaid.',
  any: {
    update: 'Ođđa dieđut das mii álggii [från]: [nytt]. Guovlu: [plats]. Muđui gustojit min ovddit dieđut.',
    correction: 'Divvun: [rätt]. Dát boahtá min ovddit dieđu sadjái. Guovlu: [plats].',
    'all-clear':
      'Várra lea nohkan. Áigi: [från]. Guovlu: [plats]. Min ovddit dieđut eai gusto šat. Don it dárbbaš dahkat eambbo.',
  },
  kinds: {
    'planned-shutoff': {
      start:
        'Mii giddet čázi. Álgá: [från]. Nohká: [till]. Guovlu: [plats]. Sivva: [orsak]. Viečča čázi lihttiide ovdagihtii. Gidde kránaid ja mašiinnaid. Čázi sáhttá viežžat: [hämta]. Maŋŋil: golggat galbma čázi dassážii go lea čielggas.',
      about: 'čáhcegidden',
      still: 'Muđui gustojit min ovddit dieđut.',
      over: 'Čáhci lea fas. Áigi: [från]. Guovlu: [plats]. Bargu lea gárvvis: [orsak]. Čázis sáhttá leat ivdni: golggat galbma čázi dassážii go lea čielggas. Min ovddit dieđut eai gusto šat. Loga eanet min neahttasiidduin.',
    },
    'unplanned-shutoff': {
      start:
        'Čáhci lea gidden. Álggii: [från]. Guovlu: [plats]. Sivva: [orsak]. Čáhci boahtá várra fas: [till]. Gidde kránaid ja mašiinnaid. Maŋŋil: golggat galbma čázi dassážii go lea čielggas.',
      about: 'čáhcegidden',
      still: 'Gidde rabas kránaid.',
      over: 'Čáhci lea fas. Áigi: [från]. Guovlu: [plats]. Vihki lea divvojuvvon: [orsak]. Čázis sáhttá leat ivdni: golggat galbma čázi dassážii go lea čielggas. Min ovddit dieđut eai gusto šat. Loga eanet min neahttasiidduin.',
    },
    'long-shutoff': {
      start:
        'Čáhci lea gidden. Álggii: [från]. Guovlu: [plats]. Sivva: [orsak]. Dat ádjána. Čáhci boahtá várra fas: [till]. Viečča juhkančázi: [hämta]. Váldde iežat lihtiid fárrui. Gidde kránaid ja mašiinnaid. Maŋŋil: golggat galbma čázi dassážii go lea čielggas.',
      about: 'čáhcegidden',
      still: 'Viečča juhkančázi: [hämta]. Gidde rabas kránaid.',
      over: 'Čáhci lea fas. Áigi: [från]. Guovlu: [plats]. Vihki lea divvojuvvon: [orsak]. Čázis sáhttá leat ivdni: golggat galbma čázi dassážii go lea čielggas. Min ovddit dieđut eai gusto šat, ja čáhcetáŋkkat váldojit eret. Loga eanet min neahttasiidduin.',
    },
    'boil-water': {
      start:
        'Vuoššat kránačázi. Álgá: [från], dassážii go mii dieđihat. Guovlu: [plats]. Čázis sáhttet leat bakteriijat. Sivva: [orsak]. Divtte čázi duoldat bures ovdal go jugat, ráhkadat biepmu dahje basat bániid. Jus buohccát: ringe 1177.',
      about: 'čázi vuoššan',
      still: 'Joatkke čázi vuoššamis dassážii go mii dieđihat ahte lea nohkan.',
      over: 'Don it dárbbaš šat vuoššat čázi. Áigi: [från]. Guovlu: [plats]. Guokte iskosa maŋŋálagaid čájehit ahte čáhci lea buorre. Golggat galbma čázi moadde minuhta ovdal go jugat, ja bálkes jieŋaid maid leat ráhkadan. Sivva lei: [orsak]. Loga eanet min neahttasiidduin.',
    },
    'do-not-use': {
      start:
        'Ale geavat kránačázi. Álgá: [från], dassážii go mii dieđihat. Guovlu: [plats]. Čázis lea: [ämne]. Sivva: [orsak]. Ale juga dan, ale ráhkat biepmu dainna, ale duššáde. Vuoššan ii veahket. Viečča juhkančázi: [hämta]. Jus veaját heajut: ringe 1177.',
      about: 'nuoskkiduvvon čáhci',
      still: 'Ale geavat kránačázi. Vuoššan ii veahket. Viečča juhkančázi: [hämta].',
      over: 'Kránačázi sáhttá fas geavahit. Áigi: [från]. Guovlu: [plats]. Iskosat leat dohkkehuvvon: čázis ii leat šat váralaš ávnnas. Golggat galbma čázi buot kránain logi minuhta ovdal go geavahat. Sivva lei: [orsak]. Loga eanet min neahttasiidduin.',
    },
    'do-not-drink': {
      start:
        'Ale juga kránačázi. Álgá: [från], dassážii go mii dieđihat. Guovlu: [plats]. Čázis lea: [ämne]. Sivva: [orsak]. Viečča juhkančázi: [hämta]. Jus dus ii leat eará čáhci: vuoššat ovdal go jugat dahje ráhkadat biepmu. Jus buohccát: ringe 1177.',
      about: 'nuoskkiduvvon čáhci',
      still: 'Ale juga kránačázi mii ii leat vuššojuvvon. Viečča juhkančázi: [hämta].',
      over: 'Kránačázi sáhttá fas juhkat, vuoškkekeahttá. Áigi: [från]. Guovlu: [plats]. Guokte iskosa maŋŋálagaid čájehit ahte čáhci lea buorre. Golggat galbma čázi moadde minuhta ovdal go jugat, ja bálkes jieŋaid maid leat ráhkadan. Sivva lei: [orsak]. Loga eanet min neahttasiidduin.',
    },
    'discoloured-water': {
      start:
        'Kránačázis sáhttá leat ivdni. Álgá: [från]. Nohká: [till]. Guovlu: [plats]. Sivva: [orsak]. Dan ii leat várálaš juhkat. Golggat galbma čázi dassážii go lea čielggas, ja vuordde biktasiid bassamiin.',
      about: 'ivdnásan čáhci',
      still: 'Vuordde biktasiid bassamiin dassážii go čáhci lea čielggas.',
      over: 'Kránačáhci lea fas čielggas. Áigi: [från]. Guovlu: [plats]. Jus du čázis ain lea ivdni: golggat galbma čázi moadde minuhta. Jus ii veahket, váldde oktavuođa minguin.',
    },
    'sewage-stop': {
      start:
        'Duolvačáhcebohcci lea dahppasan. Álggii: [från]. Guovlu: [plats]. Sivva: [orsak]. Ale doiddit hivssega, ale duššáde, ale geavat bassanmašiinna dahje lihttebassanmašiinna: čáhci sáhttá badjánit du vissui. Mii navdit ahte lea divvojuvvon: [till].',
      about: 'dahppasan duolvačáhci',
      still: 'Ale geavat duolvačázi ovdal go mii dieđihat ahte doaibmá.',
      over: 'Duolvačáhci doaibmá fas. Áigi: [från]. Guovlu: [plats]. Don sáhtát doidit, duššádit ja bassat dego dábálaččat. Jus duolvačáhci lea badjánan du vissui: ale guoskkat dasa, váldde govaid ja váldde oktavuođa minguin. Loga eanet min neahttasiidduin.',
    },
    'district-heating': {
      start:
        'Gáiddusliekkasvuohta lea gaskan. Álggii: [från]. Guovlu: [plats]. Sivva: [orsak]. Mii navdit ahte liekkasvuohta boahtá fas: [till]. Doala lásiid ja uvssaid gitta ja seastte lieđđesčázi. Geahča ránnjáid geat dárbbašit veahki.',
      about: 'gáiddusliekkasvuohta',
      still: 'Doala lásiid ja uvssaid gitta.',
      over: 'Gáiddusliekkasvuohta lea fas. Áigi: [från]. Guovlu: [plats]. Sáhttá ádjánit moadde diimmu ovdal go du viessu lea liekkas. Jus ihttin lea galmmas: váldde oktavuođa viesu láigoheaddjiin dahje minguin.',
    },
    'power-outage': {
      start:
        'El-rávdnji lea gaskan. Álggii: [från]. Guovlu: [plats]. Sivva: [orsak]. Rávdnji vurdojuvvo fas: [till]. Jáddat vuoššanomman ja stivnnenruovddi. Geahča ránnjáid geat dárbbašit veahki. Jus dárbbašat liekkasvuođa, rávnnji dahje doarjaga: [dit]. Ringe 112 dušše jus heagga lea váras.',
      about: 'rávdnjegaskan',
      still: 'Liekkasvuohta, rávdnji ja doarjja: [dit].',
      over: 'Rávdnji lea fas. Áigi: [från]. Guovlu: [plats]. Dárkkis galmmihanskáhpe ja ommaniid. Jus dus ain ii leat rávdnji: váldde oktavuođa iežat elfierbmefitnodagain.',
    },
    'fire-smoke': {
      start:
        'Buollin ja várálaš suovva. Álggii: [från]. Guovlu: [plats]. Mana sisa dál. Gidde lásiid, uvssaid ja áibmomolsuma. Bisán siste dassážii go mii dieđihat ahte várra lea nohkan. Doala geainnuid rabas gádjunbálvalussii. Ringe 112 dušše jus heagga lea váras. Guldal P4.',
      about: 'buollin',
      still: 'Bisán siste ja doala lásiid, uvssaid ja áibmomolsuma gitta.',
      over: 'Suova várra lea nohkan. Áigi: [från]. Guovlu: [plats]. Don sáhtát mannat olggos. Raba lásiid ja bija áibmomolsuma fas johtui. Jus lea váttis vuoigŋat: ringe 1177. Loga eanet min neahttasiidduin.',
    },
    evacuation: {
      start:
        'Guođe guovllu dál. Guovlu: [plats]. Áigi: [från]. Várra: [fara]. Mana deike: [dit]. Váldde fárrui dálkasiid, telefovnna, id-koartta ja liegga biktasiid. Veahket ránnjáid geat dárbbašit dan. Jus it beasa eret: ringe 112. Ale mana ruovttoluotta ovdal go mii dieđihat.',
      about: 'guovllu guođđin',
      still: 'Čoahkkananbáiki: [dit]. Ale mana ruovttoluotta ovdal go mii dieđihat.',
      over: 'Don sáhtát fas mannat ruoktot. Áigi: [från]. Guovlu: [plats]. Várra lea nohkan. Jus oainnát vahágiid dahje hávssát gása dahje suova: mana olggos ja ringe 112. Loga eanet min neahttasiidduin.',
    },
    waste: {
      start:
        'Doappariid viežžan maŋŋona. Guovlu: [plats]. Sivva: [orsak]. Mii viežžat maŋimustá: [till]. Divtte lihti orrut sajistis, ja doala geainnu dan lusa rabas.',
      about: 'doappariid viežžan',
      still: 'Divtte lihti orrut sajistis.',
      over: 'Doappariid viežžan doaibmá fas dego dábálaččat. Áigi: [från]. Guovlu: [plats]. Jus du lihtti ii gurrejuvvon: váldde oktavuođa minguin.',
    },
    road: {
      start:
        'Geaidnu lea gidden. Álgá: [från]. Nohká: [till]. Báiki: [plats]. Sivva: [orsak]. Vállje eará geainnu ja čuovo šilttaid. Heahtefievrrut besset meaddel.',
      about: 'giddejuvvon geaidnu',
      still: 'Vállje eará geainnu ja čuovo šilttaid.',
      over: 'Geaidnu lea fas rabas. Áigi: [från]. Báiki: [plats]. Min ovddit dieđut giddema birra eai gusto šat.',
    },
    exercise: {
      start:
        'Dát lea hárjehus. Ii leat mihkkege dáhpáhuvvan. Mii geahččalit olahit telefovnnaid. Áigi: [från]. Guovlu: [plats]. Don it dárbbaš dahkat maidege. Ale ringe 112.',
      about: 'hárjehus',
      still: 'Dát lea hárjehus. Don it dárbbaš dahkat maidege.',
      over: 'Hárjehus lea nohkan. Áigi: [från]. Guovlu: [plats]. Ii leat mihkkege dáhpáhuvvan, ja don it dárbbaš dahkat maidege. Giitu veahki ovddas.',
    },
  },
};
