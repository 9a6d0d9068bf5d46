import type { WorkshopStoreState } from '../workshopStore';

/** Whether the leaders of the workshop keep the map locked for whoever has this page open. The server sees to it; the page only knows. */
export const isHeld = ({ workshop }: WorkshopStoreState): boolean => workshop.isOn && workshop.state.locks.map && !workshop.leads;
