/**
 * The dependency layers ("floors"): each folder of src/ on its floor, lowest first. A folder may import itself and
 * lower floors, never another folder of its own floor. `npm run floors` checks this. `simulator/` is not in the list:
 * it shares no code with these folders.
 */
export const floors = [
  ['kernel'],
  ['platform'],
  ['messages', 'staff'],
  ['personal-data'],
  ['places', 'verification'],
  ['directory'],
  ['topics', 'templates'],
  ['audiences'],
  ['broadcasts'],
  ['deliveries'],
  ['dispatch'],
  ['publishing'],
  ['site', 'console'],
  ['roles'],
  ['main'],
];
