import type { JourneyMap } from './journeyMap';

/** The collections of a map's records, in canonical order: what is pointed to before what points to it, as far as that goes. Beside them stands `meta`. */
export const collections = [
  'stages',
  'steps',
  'touchpoints',
  'departments',
  'stepDepartments',
  'personas',
  'emotions',
  'moments',
  'lanes',
  'cards',
  'attachments',
  'cardTags',
  'cardLinks',
  'transitions',
  'links',
  'reasons',
] as const satisfies readonly (keyof JourneyMap)[];
export type Collection = (typeof collections)[number];
