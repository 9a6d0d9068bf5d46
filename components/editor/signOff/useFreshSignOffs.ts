import { useEffect } from 'react';
import { useEditor } from '../session/EditorContext';
import { fetchSignOffs } from './signOffRequests';

/** Asks for the sign-offs once more when the component comes: nobody tells when somebody who is asked leaves the workspace. */
export function useFreshSignOffs(): void {
  const { session, signOffs } = useEditor();
  useEffect(() => {
    let isOver = false;
    fetchSignOffs(session.mapId).then(
      (items) => {
        if (!isOver) signOffs.getState().take(items);
      },
      (error) => {
        if (!isOver) signOffs.getState().fail(error);
      },
    );
    return () => {
      isOver = true;
    };
  }, [session.mapId, signOffs]);
}
