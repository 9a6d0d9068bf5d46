'use client';

import { type ComponentType, useEffect, useState } from 'react';
import type { MapEditorProps } from './MapEditor';
import { EditorSkeleton } from './shell/EditorSkeleton';

/** The editor's program is large and needs a browser: the page shows its outline first and loads it beside. */
export function MapEditorLoader(props: MapEditorProps) {
  const [Editor, setEditor] = useState<ComponentType<MapEditorProps> | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  useEffect(() => {
    let gone = false;
    import('./MapEditor').then(
      (module) => {
        if (!gone) setEditor(() => module.MapEditor);
      },
      (reason: unknown) => setFailure(reason ?? new Error('The editor could not be loaded.')),
    );
    return () => {
      gone = true;
    };
  }, []);

  // The page's error boundary says what to do.
  if (failure !== null) throw failure;
  return Editor ? <Editor {...props} /> : <EditorSkeleton title={props.title} />;
}
