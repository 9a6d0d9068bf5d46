import { useStore } from 'zustand';
import { useEditor } from '../session/EditorContext';
import { isHeld } from '../workshop/locks/isHeld';
import type { MapPermissions } from './mapPermissions';

/** What nobody may who lost access while the map was open. */
const nothingOfIt = {
  ...{ mayShare: false, mayExport: false, mayKeepTemplate: false, mayGather: false, maySaveVersion: false },
  ...{ mayRestoreVersion: false, mayReadSignOffs: false, mayPutUpSignOff: false, mayMakeFuture: false },
  ...{ mayReadVersions: false, mayDeleteVersion: false },
};

/** What this person may do right now: nothing once access is lost, and bring nothing back while the whole map is locked for them. */
export function useOwnPermissions(permissions: MapPermissions, lost: boolean): MapPermissions {
  const held = useStore(useEditor().workshop, isHeld);
  return lost
    ? { ...permissions, ...nothingOfIt }
    : { ...permissions, mayRestoreVersion: !held && permissions.mayRestoreVersion };
}
