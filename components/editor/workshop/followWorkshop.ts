import type { EventWatcher } from '@/components/live/watchEvents';
import { requestJson } from '@/components/workspace/request';
import type { Locale } from '@/lib/i18n/locale';
import type { WorkshopAction } from '@/lib/workshop/action';
import { agendaInLanguage } from '@/lib/workshop/agendaTemplates/inLanguage';
import { workshopAnswerSchema } from '@/lib/workshop/workshopAnswer';
import type { WorkshopStore } from './workshopStore';

/** Keeps a map's workshop as the server has it, in the page's language, and lets it be changed, until the returned function is called. */
export function followWorkshop(
  mapId: string,
  workshop: WorkshopStore,
  locale: Locale,
  watch: (watcher: EventWatcher) => () => void,
): () => void {
  const path = `/api/maps/${mapId}/workshop`;
  let isOver = false;
  let isBusy = false;
  let isAskedAgain = false;
  const ask = async (action?: WorkshopAction): Promise<void> => {
    const started = Date.now();
    const answer = await requestJson(action ? 'POST' : 'GET', path, workshopAnswerSchema, action);
    const agenda = agendaInLanguage(answer.state.agenda, locale);
    if (!isOver) workshop.getState().take({ ...answer, state: { ...answer.state, agenda } }, Date.now() - started);
  };
  // Never twice at once: what is asked for meanwhile is fetched afterwards, so that the last answer is never older than the last event.
  const fetchNow = async (): Promise<void> => {
    isAskedAgain = isBusy;
    if (isBusy) return;
    isBusy = true;
    // What is known stays; the line's next opening asks again.
    await ask().catch(() => undefined);
    isBusy = false;
    if (isAskedAgain && !isOver) await fetchNow();
  };
  workshop.getState().bind(ask);
  const stop = watch({
    // A timer that somebody stops must not ring in a page that nobody sees.
    isNeededHidden: () => workshop.getState().workshop.isOn,
    onOpen: () => void fetchNow(),
    onEvent: (kind) => {
      if (kind === 'workshop.changed') void fetchNow();
    },
  });
  return () => {
    isOver = true;
    stop();
  };
}
