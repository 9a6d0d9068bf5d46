import { useTranslations } from 'use-intl';
import { startOfCopy } from '../future/startOfCopy';
import { downloadFile } from '../session/downloadFile';
import { useEditor } from '../session/EditorContext';
import type { MapFile } from '../session/recoveredCopies';

/** Saves the map as it stands on this device as a file, or (given one) an earlier copy of it. It says what a future state starts from. */
export function useSaveCopy(): (toFile?: MapFile) => Promise<void> {
  const t = useTranslations('sync');
  const { session, future } = useEditor();
  return async (toFile = session.toFile) => {
    const start = startOfCopy(future.getState(), session.map.live().meta.kind);
    downloadFile(await toFile(start), `${t('recovered.fileName')}.json`);
  };
}
