import type { ShippedTexts } from './shipped-texts.js';

export const english: ShippedTexts = {
  'planned-shutoff': {
    sms: 'We will shut off the water from [från] to [till]. Applies to: [plats]. Fill containers beforehand. Afterwards the water may be discoloured: run the cold tap until it is clear. {kommun}',
  },
  'unplanned-shutoff': {
    sms: 'Burst water main. The water is off since [från]. Applies to: [plats]. We expect it back [till]. Close any open taps. {kommun}',
  },
  'boil-water': {
    sms: 'Boil tap water from [från] until we tell you it is over. Applies to: [plats]. Bring it to a rolling boil before drinking, cooking or brushing teeth. {kommun}',
  },
  'undrinkable-water': {
    sms: 'Do not drink tap water from [från] until we tell you it is over. Applies to: [plats]. Boiling does not help. Drinking water can be fetched: [hämta]. {kommun}',
  },
  'all-clear': {
    sms: 'The danger is over from [från]. Applies to: [plats]. What we told you earlier no longer applies. You need not do anything more. {kommun}',
  },
  update: {
    sms: 'News of what began [från]. Applies to: [plats]. [nytt]. Otherwise what we told you earlier still applies. {kommun}',
  },
};
