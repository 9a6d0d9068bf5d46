import type { KnownRound } from '../../session/shownMap';
import type { WorkshopStoreState } from '../workshopStore';

/** What the server has said of a silent round. */
export const knownRound = ({ workshop }: WorkshopStoreState): KnownRound => ({
  round: workshop.state.silentRound,
  toldAt: workshop.now,
});
