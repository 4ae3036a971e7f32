import type { ShippedTexts } from './shipped-texts.js';

export const swedish: ShippedTexts = {
  'planned-shutoff': {
    sms: 'Vi stänger av vattnet från [från] till [till]. Gäller: [plats]. Tappa upp vatten i förväg. När vattnet är tillbaka kan det vara missfärgat: spola kallt tills det är klart. {kommun}',
  },
  'unplanned-shutoff': {
    sms: 'Vattenläcka. Vattnet är avstängt sedan [från]. Gäller: [plats]. Vi räknar med att det är tillbaka [till]. Stäng kranar som står öppna. {kommun}',
  },
  'boil-water': {
    sms: 'Koka kranvattnet från [från] tills vi meddelar att det är över. Gäller: [plats]. Låt det koka upp med stora bubblor innan du dricker det, lagar mat eller borstar tänderna. {kommun}',
  },
  'undrinkable-water': {
    sms: 'Drick inte kranvattnet från [från] tills vi meddelar att det är över. Gäller: [plats]. Att koka det hjälper inte. Dricksvatten finns att hämta: [hämta]. {kommun}',
  },
  'all-clear': {
    sms: 'Faran är över från [från]. Gäller: [plats]. Det vi skrev tidigare gäller inte längre. Du behöver inte göra något mer. {kommun}',
  },
  update: {
    sms: 'Nytt om det som började [från]. Gäller: [plats]. [nytt]. Annars gäller det vi skrev tidigare. {kommun}',
  },
};
