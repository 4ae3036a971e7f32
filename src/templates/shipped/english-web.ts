import type { ShippedKind } from './shipped-kinds.js';

/** For the page. See the Swedish one for its sources. */
export const englishWeb = {
  'planned-shutoff': `We will shut off the water from [från] to [till]. Applies to: [plats]. Why: [orsak].

Beforehand:
- Fill containers for drinking, cooking and the toilet.
- Close all taps, so that nothing floods when the water comes back.
- Switch off washing machine and dishwasher.

Drinking water can be fetched: [hämta]. Bring your own containers.

When the water is back it may be discoloured or hold air. This is not dangerous. Run the cold tap until it is clear, and wait with washing clothes.`,
  'unplanned-shutoff': `The water is off since [från]. Applies to: [plats]. Cause: [orsak]. We expect it back [till].

Check that all taps are closed, so that nothing floods when the water comes back. Switch off washing machine and dishwasher.

When the water is back it may be discoloured or hold air. This is not dangerous. Run the cold tap until it is clear, and wait with washing clothes. The water may come and go a few times.`,
  'long-shutoff': `The water is off since [från]. Applies to: [plats]. Cause: [orsak]. We expect it back [till].

Drinking water can be fetched: [hämta]. Bring your own clean containers. Please help neighbours who cannot fetch it themselves.

You can flush the toilet once. Save the water that you have for drinking and cooking. Check that all taps are closed, and switch off washing machine and dishwasher.

When the water is back it may be discoloured or hold air. This is not dangerous. Run the cold tap until it is clear, and wait with washing clothes.`,
  'boil-water': `Boil tap water from [från] until we tell you it is over. Applies to: [plats]. There may be bacteria in the water. Cause: [orsak].

Bring the water to a rolling boil, with large bubbles. Longer is not needed. Pour it into a clean container and let it cool.

Use boiled water for:
- drinks, squash, coffee and tea (a coffee machine does not boil the water)
- ice
- rinsing fruit and vegetables that are eaten raw
- brushing teeth.

Unboiled water is fine for:
- food that is boiled itself
- washing hands and face and showering, but small children must not swallow it
- a dishwasher on its hottest programme, and dishes by hand that are left to dry
- laundry, cleaning, flowers and the toilet.

Small children, older people, pregnant women and people who are ill are at special risk. You may get diarrhoea, stomach pain, fever and feel sick. If you fall ill, call 1177.

Food businesses must follow the advisory. If you own a building, tell your tenants.

We are looking for the fault and taking new samples. The advisory is lifted when two samples in a row are approved. That takes at least two days.`,
  'do-not-use': `Do not use tap water from [från] until we tell you it is over. Applies to: [plats]. The water is polluted with [ämne]. Cause: [orsak].

Do not use it for drinking, cooking, brushing teeth, showers, baths, dishes or laundry. Do not give it to animals. Boiling does not help: the substance remains. You can flush the toilet.

Drinking water can be fetched: [hämta]. Bring your own clean containers.

Small children, pregnant women, older people and people who are ill are at special risk. If you have drunk the water and feel unwell, call 1177. For acute poisoning, call 112.

We are looking for the source, flushing the mains and taking new samples. You will hear when the water can be used again.`,
  'do-not-drink': `Do not drink tap water from [från] until we tell you it is over. Applies to: [plats]. The water is polluted with [ämne]. Cause: [orsak].

Drinking water can be fetched: [hämta]. Bring your own clean containers. If you have no other water, bring it to a rolling boil before you use it for drinking, cooking, ice or brushing teeth. Boiling kills bacteria, viruses and parasites.

You can shower, but small children must not swallow the water. Laundry, cleaning and the toilet are fine.

Small children, older people, pregnant women and people who are ill are at special risk. You may get diarrhoea, stomach pain, fever and feel sick. If you fall ill, call 1177.

We are looking for the fault and taking new samples. You will hear when two samples in a row are approved.`,
  'discoloured-water': `Tap water may be brown or cloudy from [från] to [till]. Applies to: [plats]. Cause: [orsak].

It is iron and manganese that have come loose in the mains. It is not dangerous to drink, but may taste and stain laundry. Run the cold tap nearest to where the water enters the house until it is clear. Wait with washing clothes.`,
  'sewage-stop': `The sewer is blocked since [från]. Applies to: [plats]. Cause: [orsak]. We expect it to be repaired [till].

Do not flush the toilet, do not shower, and do not run washing machine or dishwasher. The water has nowhere to go and may come up through floor drains in your house or your neighbours’.

If sewage comes up, do not touch it with bare hands, keep children and animals away, take pictures and contact us.`,
  'district-heating': `District heating is out since [från]. Applies to: [plats]. Cause: [orsak]. We expect the heat back [till].

A house cools slowly. Keep windows and doors closed, and gather in one room. Save hot water. Never use a barbecue or camping stove indoors. Look in on neighbours who need help.`,
  'power-outage': `The power is out since [från]. Applies to: [plats]. Cause: [orsak]. It is expected back [till].

Switch off the stove, irons and heaters that may cause a fire when the power comes back. Keep freezer and fridge closed. Look in on neighbours who need help. Warmth, power and support are here: [dit].

Call 112 only if life is in danger.`,
  'fire-smoke': `There is a fire with dangerous smoke since [från]. Applies to: [plats].

Go indoors. Close windows, doors and ventilation, also the kitchen fan. Stay inside until we tell you the danger is over. If you are in a car, close windows and fan and drive away from the smoke.

Keep the roads free for the rescue services. Call 112 only if life is in danger. Questions: call 113 13. Listen to Radio Sweden P4.`,
  evacuation: `Leave the area. Applies to: [plats], from [från]. Danger: [fara].

Go to: [dit]. Staff will receive you there.

Bring medicine, phone and charger, ID, glasses, warm clothes and what children and animals need. Close windows and lock up. Help neighbours who need it. If you cannot leave by yourself, call 112.

Do not go back until we tell you it is safe.`,
  waste: `Waste collection is late. Applies to: [plats]. Cause: [orsak]. We will collect by [till].

Leave the bin out, and keep the way to it free from cars and snow. If the bin is full you may put a well-tied bag beside it.`,
  road: `The road is closed from [från] to [till]. Applies to: [plats]. Cause: [orsak].

Take another road and follow the signs. On foot or by bicycle: follow the signs on site. Emergency vehicles get through.`,
} as const satisfies Partial<Record<ShippedKind, string>>;
