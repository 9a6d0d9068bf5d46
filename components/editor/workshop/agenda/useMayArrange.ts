import { useWorkshopAnswer } from '../useWorkshopAnswer';

/** Whether this person may arrange the agenda: whoever leads; while no workshop is on, whoever may lead one. */
export function useMayArrange(): boolean {
  return useWorkshopAnswer(({ isOn, leads, mayLead }) => (isOn ? leads : mayLead));
}
