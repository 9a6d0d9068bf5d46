import { useEffect } from 'react';
import { useEditor } from '../../session/EditorContext';
import { closeWithoutAccess } from './closeWithoutAccess';

/** Closes the open text when the right to write goes: a changed role, a closed link, a sign-out elsewhere. */
export function useOpenTextAccess(): void {
  const { session, selection } = useEditor();
  useEffect(() => closeWithoutAccess(session.canWrite, selection), [session, selection]);
}
