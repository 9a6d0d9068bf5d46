import { ActionRefused, type ActionScene } from '../action';
import { type AgendaItem, isOn, mostAgendaItems, type WorkshopState } from '../state';
import type { AgendaAction } from './agendaActions';
import { startedTimer } from './timer';

const indexOf = (state: WorkshopState, id: string | null): number => state.agenda.findIndex((item) => item.id === id);

/** The items with one put behind another; at the end when that one is gone. */
function withItem(items: readonly AgendaItem[], item: AgendaItem, afterId: string | null): AgendaItem[] {
  const after = items.findIndex(({ id }) => id === afterId);
  const at = afterId === null ? 0 : after < 0 ? items.length : after + 1;
  return [...items.slice(0, at), item, ...items.slice(at)];
}

function move(state: WorkshopState, id: string, afterId: string | null): WorkshopState {
  const item = state.agenda[indexOf(state, id)];
  if (!item || afterId === id) return state;
  const agenda = withItem(
    state.agenda.filter((other) => other !== item),
    item,
    afterId,
  );
  return agenda.every((other, index) => other === state.agenda[index]) ? state : { ...state, agenda };
}

/** The current item stays: without it nobody would know which one is next. */
function remove(state: WorkshopState, id: string): WorkshopState {
  if (indexOf(state, id) < 0) return state;
  if (state.currentItemId === id) throw new ActionRefused('workshopItemIsOn');
  return { ...state, agenda: state.agenda.filter((item) => item.id !== id) };
}

function begin(state: WorkshopState, item: AgendaItem | undefined, withTimer: boolean, scene: ActionScene): WorkshopState {
  if (!isOn(state)) throw new ActionRefused('workshopIsOver');
  if (!item || item.id === state.currentItemId) return state;
  const timer = withTimer ? startedTimer(item.minutes * 60_000, scene) : null;
  return {
    ...state,
    currentItemId: item.id,
    currentSince: scene.now,
    agendaSince: state.agendaSince ?? scene.now,
    // The time of the item before is not the time of this one.
    timer,
  };
}

/** The agenda after an action, and where one is in it. What concerns an item that is gone changes nothing. */
export function changeAgenda(state: WorkshopState, action: AgendaAction, scene: ActionScene): WorkshopState {
  switch (action.type) {
    case 'agenda.set': {
      const agenda = action.items.map((item) => ({ id: scene.newId(), ...item }));
      return { ...state, agenda, currentItemId: null, currentSince: null, agendaSince: null };
    }
    case 'agenda.add':
      if (state.agenda.length >= mostAgendaItems) throw new ActionRefused('workshopAgendaFull');
      return { ...state, agenda: withItem(state.agenda, { id: scene.newId(), ...action.item }, action.afterId) };
    case 'agenda.change': {
      const { type: _, id, ...changes } = action;
      if (indexOf(state, id) < 0) return state;
      return { ...state, agenda: state.agenda.map((item) => (item.id === id ? { ...item, ...withoutAbsent(changes) } : item)) };
    }
    case 'agenda.move':
      return move(state, action.id, action.afterId);
    case 'agenda.remove':
      return remove(state, action.id);
    case 'agenda.goTo':
      return begin(state, state.agenda[indexOf(state, action.id)], action.withTimer, scene);
    case 'agenda.next':
    case 'agenda.previous': {
      if (state.currentItemId !== action.from) return state;
      const step = action.type === 'agenda.next' ? 1 : -1;
      return begin(state, state.agenda[indexOf(state, action.from) + step], action.withTimer, scene);
    }
  }
}

function withoutAbsent(changes: { [Key in keyof AgendaItem]?: AgendaItem[Key] | undefined }): Partial<AgendaItem> {
  const { title, minutes, notes } = changes;
  return {
    ...(title === undefined ? {} : { title }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(notes === undefined ? {} : { notes }),
  };
}
