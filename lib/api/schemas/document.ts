import { journeyMapSchema } from '@/lib/map/journeyMap';

/** The content of a map: the canonical JSON. */
export const journeyMapContent = journeyMapSchema.meta({
  id: 'JourneyMap',
  description:
    'What is on a map, as flat records that know each other by id. Lists are sorted by id; what people see in which order says `order` (in `pos` or beside the id), a fractional index compared by code unit.',
});
