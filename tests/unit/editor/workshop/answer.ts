import { noWorkshop, type WorkshopState } from '@/lib/workshop/state';
import type { WorkshopAnswer } from '@/lib/workshop/workshopAnswer';

/** An answer of the server. */
export function answerWith(version: number, state: Partial<WorkshopState> = {}, now = 0): WorkshopAnswer {
  const { leaders: _, ...shown } = { ...noWorkshop(), ...state };
  return { state: shown, isOn: version > 0, leaders: [], leads: false, mayLead: false, version, now };
}
