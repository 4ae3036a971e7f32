import { englishWeb } from './english-web.js';
import { englishHeadlines } from './shipped-headlines.js';
import type { ShippedLanguage } from './shipped-language.js';

export const english: ShippedLanguage = {
  language: 'en',
  readMore: 'Read more: [länk]',
  readMoreSpoken: "Read more on the municipality's website.",
  update: (about, still) => `News about ${about}: [nytt]. Applies to: [plats]. ${still}`,
  correction: (about, still) =>
    `Correction: [rätt]. This replaces what we wrote earlier about ${about}. Applies to: [plats]. ${still}`,
  reminder:
    'Reminder: we will shut off the water from [från] to [till]. Applies to: [plats]. Fill containers this evening, and close taps and machines.',
  any: {
    update:
      'News of what began [från]: [nytt]. Applies to: [plats]. Otherwise what we told you earlier still applies.',
    correction: 'Correction: [rätt]. This replaces what we wrote earlier. Applies to: [plats].',
    'all-clear':
      'The danger is over from [från]. Applies to: [plats]. What we told you earlier no longer applies. You need not do anything more.',
  },
  headlines: englishHeadlines,
  kinds: {
    'planned-shutoff': {
      start:
        'We will shut off the water from [från] to [till]. Applies to: [plats]. Why: [orsak]. Fill containers beforehand. Close taps, washing machine and dishwasher. Water can be fetched: [hämta]. Afterwards the water may be discoloured: run the cold tap until it is clear.',
      about: 'the water shutoff',
      still: 'Otherwise what we told you earlier still applies.',
      over: 'The water is back since [från]. Applies to: [plats]. The work is done: [orsak]. The water may be discoloured: run the cold tap until it is clear. What we told you about the shutoff no longer applies. Read more on our website.',
      web: englishWeb['planned-shutoff'],
    },
    'unplanned-shutoff': {
      start:
        'The water is off since [från]. Applies to: [plats]. Cause: [orsak]. We expect it back [till]. Close any open taps, washing machine and dishwasher. Afterwards the water may be discoloured: run the cold tap until it is clear. Read more on our website.',
      about: 'the water shutoff',
      still: 'Close any open taps.',
      over: 'The water is back since [från]. Applies to: [plats]. The fault is repaired: [orsak]. The water may be discoloured: run the cold tap until it is clear. What we told you about the shutoff no longer applies. Read more on our website.',
      web: englishWeb['unplanned-shutoff'],
    },
    'long-shutoff': {
      start:
        'The water is off since [från]. Applies to: [plats]. Cause: [orsak]. It will take time: we expect it back [till]. Fetch drinking water: [hämta]. Bring your own containers. Close taps, washing machine and dishwasher. Afterwards the water may be discoloured: run the cold tap until it is clear. Read more on our website.',
      about: 'the water shutoff',
      still: 'Fetch drinking water: [hämta]. Close any open taps.',
      over: 'The water is back since [från]. Applies to: [plats]. The fault is repaired: [orsak]. The water may be discoloured: run the cold tap until it is clear. What we told you about the shutoff no longer applies, and the water tanks are removed. Read more on our website.',
      web: englishWeb['long-shutoff'],
    },
    'boil-water': {
      start:
        'Boil tap water from [från] until we tell you it is over. Applies to: [plats]. There may be bacteria in the water. Cause: [orsak]. Bring it to a rolling boil before drinking, cooking, making ice or brushing teeth. Small children, older people and the ill are at special risk. If you have diarrhoea or vomit, call 1177. We are taking new samples.',
      about: 'boiling the water',
      still: 'Keep boiling the water until we tell you it is over.',
      over: 'You need not boil the water any more from [från]. Applies to: [plats]. Two samples in a row show that the water is good. Run the cold tap for a few minutes before you drink it, and throw away ice that you have made. The cause was: [orsak]. Read more on our website.',
      web: englishWeb['boil-water'],
    },
    'do-not-use': {
      start:
        'Do not use tap water from [från] until we tell you it is over. Applies to: [plats]. The water is polluted with [ämne]. Cause: [orsak]. Do not drink it, cook with it or shower. Boiling does not help. You can flush the toilet. Fetch drinking water: [hämta]. If you feel sick, call 1177. We are taking new samples.',
      about: 'the polluted water',
      still: 'Do not use tap water. Boiling does not help. Fetch drinking water: [hämta].',
      over: 'Tap water can be used again from [från]. Applies to: [plats]. The samples are approved: no dangerous substance remains. Run the cold water in every tap for ten minutes before you use it. The cause was: [orsak]. Read more on our website.',
      web: englishWeb['do-not-use'],
    },
    'do-not-drink': {
      start:
        'Do not drink tap water from [från] until we tell you it is over. Applies to: [plats]. The water is polluted with [ämne]. Cause: [orsak]. Fetch drinking water: [hämta]. If you have no other water, bring it to a rolling boil before drinking, cooking or brushing teeth. Small children, older people and the ill are at special risk. If you have diarrhoea or vomit, call 1177. We are taking new samples.',
      about: 'the polluted water',
      still: 'Do not drink tap water that is not boiled. Fetch drinking water: [hämta].',
      over: 'Tap water is safe to drink again from [från], without boiling. Applies to: [plats]. Two samples in a row show that the water is good. Run the cold tap for a few minutes before you drink it, and throw away ice that you have made. The cause was: [orsak]. Read more on our website.',
      web: englishWeb['do-not-drink'],
    },
    'discoloured-water': {
      start:
        'Tap water may be discoloured from [från] to [till]. Applies to: [plats]. Cause: [orsak]. It is not dangerous to drink. Run the cold tap until it is clear, and wait with washing clothes. Read more on our website.',
      about: 'the discoloured water',
      still: 'Wait with washing clothes until the water is clear.',
      over: 'Tap water is clear again from [från]. Applies to: [plats]. If your water is still discoloured, run the cold tap for a few minutes. If that does not help, contact us.',
      web: englishWeb['discoloured-water'],
    },
    'sewage-stop': {
      start:
        'The sewer is blocked since [från]. Applies to: [plats]. Cause: [orsak]. Do not flush the toilet, shower, or run washing machine or dishwasher: water may come up in your house. We expect it to be repaired [till]. Read more on our website.',
      about: 'the blocked sewer',
      still: 'Do not use the drains until we tell you that they work.',
      over: 'The sewer works again from [från]. Applies to: [plats]. You can flush, shower and wash as usual. If sewage has come up in your house, do not touch it with bare hands, take pictures and contact us. Read more on our website.',
      web: englishWeb['sewage-stop'],
    },
    'district-heating': {
      start:
        'District heating is out since [från]. Applies to: [plats]. Cause: [orsak]. We expect the heat back [till]. Keep windows and doors closed and save hot water. Look in on neighbours who need help. Read more on our website.',
      about: 'the district heating',
      still: 'Keep windows and doors closed.',
      over: 'District heating is back since [från]. Applies to: [plats]. It may take a few hours before your house is warm. If it is cold tomorrow, contact your landlord or us.',
      web: englishWeb['district-heating'],
    },
    'power-outage': {
      start:
        'The power is out since [från]. Applies to: [plats]. Cause: [orsak]. It is expected back [till]. Switch off stove and irons. Look in on neighbours who need help. If you need warmth, power or support: [dit]. Call 112 only if life is in danger.',
      about: 'the power outage',
      still: 'Warmth, power and support are here: [dit].',
      over: 'The power is back since [från]. Applies to: [plats]. Check your freezer, and heaters that were on. If you still have no power, contact your grid company.',
      web: englishWeb['power-outage'],
    },
    'fire-smoke': {
      start:
        'Fire with dangerous smoke since [från]. Applies to: [plats]. Go indoors now. Close windows, doors and ventilation. Stay inside until we tell you the danger is over. Keep the roads free for the rescue services. Call 112 only if life is in danger. Listen to radio P4.',
      about: 'the fire',
      still: 'Stay indoors with windows, doors and ventilation closed.',
      over: 'The danger from the smoke is over from [från]. Applies to: [plats]. You can go out. Open windows to air, and switch on the ventilation again. If you find it hard to breathe, call 1177. Read more on our website.',
      web: englishWeb['fire-smoke'],
    },
    evacuation: {
      start:
        'Leave the area now. Applies to: [plats], from [från]. Danger: [fara]. Go to: [dit]. Bring medicine, phone, ID and warm clothes. Help neighbours who need it. If you cannot leave by yourself, call 112. Do not go back until we tell you it is safe.',
      about: 'the evacuation',
      still: 'Meeting place: [dit]. Do not go back until we tell you it is safe.',
      over: 'You can go home again from [från]. Applies to: [plats]. The danger is over. If you see damage or smell gas or smoke, go out and call 112. Read more on our website.',
      web: englishWeb.evacuation,
    },
    waste: {
      start:
        'Waste collection is late. Applies to: [plats]. Cause: [orsak]. We will collect by [till]. Leave the bin out, and keep the way to it free. Read more on our website.',
      about: 'waste collection',
      still: 'Leave the bin out.',
      over: 'Waste collection is back to normal from [från]. Applies to: [plats]. If your bin was not emptied, contact us.',
      web: englishWeb.waste,
    },
    road: {
      start:
        'The road is closed from [från] to [till]. Applies to: [plats]. Cause: [orsak]. Take another road and follow the signs. Emergency vehicles get through. Read more on our website.',
      about: 'the closed road',
      still: 'Take another road and follow the signs.',
      over: 'The road is open again from [från]. Applies to: [plats]. What we told you about the closure no longer applies.',
      web: englishWeb.road,
    },
    exercise: {
      start:
        'This is an exercise. Nothing has happened. We are testing to reach phones from [från]. Applies to: [plats]. You need not do anything. Do not call 112.',
      about: 'the exercise',
      still: 'This is an exercise. You need not do anything.',
      over: 'The exercise is over from [från]. Applies to: [plats]. Nothing has happened, and you need not do anything. Thank you for your help.',
    },
  },
};
