import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import type { MapPart } from '@/lib/document/restore/parts';
import { sameSelection } from '../../selection';
import { useEditor } from '../../session/EditorContext';
import { useRestoredNotice } from '../useRestoredNotice';
import { useVersionWords } from '../useVersionWords';
import { restoreVersion } from '../versionRequests';
import type { AskedParts } from './partsStore';
import type { Outcome } from './useForeseen';
import { capital, usePartWords } from './usePartWords';
import { placedOn, whenOnMap } from './whenOnMap';

/** Once what is shown has been drawn. */
const afterDrawing = (act: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(act));

/**
 * Brings parts of a version back. A version that was shown makes room for the live map, on which those that have a place there are selected then, unless somebody
 * has gone on by themselves; a comparison stays. The outcome says all that is brought back; what is spoken of is what was asked for. Throws `RequestError`.
 */
export function useSendParts(): (asked: AskedParts, outcome: Outcome) => Promise<void> {
  const t = useTranslations('versions.parts');
  const { session, versions, compare, selection, navigation } = useEditor();
  const toast = useToast();
  const tell = useRestoredNotice();
  const { titleOf } = useVersionWords();
  const { asSubject } = usePartWords();

  /** What opened the window is gone with the line over the version. */
  const takeFocus = (): Promise<void> =>
    new Promise((resolve) =>
      afterDrawing(() => {
        const { activeElement } = document;
        // The map as a whole has it at most: then what is selected takes it.
        if (activeElement === document.body || activeElement?.matches('.map-canvas, [data-list-root]')) navigation.focus();
        resolve();
      }),
    );
  const showOnMap = async (placed: readonly MapPart[]): Promise<void> => {
    versions.getState().want(null);
    // Where the focus comes to may select something.
    await takeFocus();
    const before = selection.getState();
    const there = await whenOnMap(session.map, placed);
    // Somebody may have gone on to something else meanwhile.
    if (versions.getState().wanted !== null || compare.getState().asked !== null) return;
    if (!sameSelection(before, selection.getState())) return;
    selection.getState().select(...there);
    const last = there.at(-1);
    if (last) afterDrawing(() => navigation.goTo(last));
    void takeFocus();
  };
  return async ({ source: { version, map }, parts: asked }, { parts, foreseen }) => {
    const title = titleOf(version);
    const { before, changes } = await restoreVersion(session.mapId, version.number, parts);
    if (changes === 0) toast({ title: t('doneSame', { title }) });
    else tell(t('done', { what: capital(asSubject(asked, map)), count: asked.length, title }), before.number);
    if (compare.getState().asked === null) void showOnMap(placedOn(foreseen.after, asked));
    else {
      afterDrawing(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>('[data-differences]')?.focus();
      });
    }
  };
}
