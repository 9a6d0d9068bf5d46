'use client';

import { useEffect, useRef } from 'react';
import type { Source } from '../source';
import { useEvidenceRefresh } from '../useEvidenceRefresh';
import { Wizard } from '../wizard/Wizard';
import type { FileImport } from './fileImport';
import { ImportResult } from './ImportResult';
import { RunningImport } from './RunningImport';
import { useImportName } from './useImportName';

/** One file of a source, at whatever stage it is: looked at, being imported, or at its end. */
export function ImportView({ file, source }: { file: FileImport; source: Source }) {
  const nameOf = useImportName();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(file.state);
  useEvidenceRefresh(source.workspaceId);
  // What was pressed is gone with the stage that it belonged to: the keyboard goes on from the heading, and not from nowhere.
  useEffect(() => {
    const isAnother = shown.current !== file.state;
    shown.current = file.state;
    if (isAnother && document.activeElement === document.body) heading.current?.focus();
  }, [file.state]);
  return (
    <div>
      <h2 ref={heading} tabIndex={-1} className="mb-2 break-words font-semibold text-xl outline-none">
        {nameOf(file)}
      </h2>
      {file.state === 'staged' ? (
        <Wizard file={file} source={source} />
      ) : file.state === 'queued' || file.state === 'running' ? (
        <RunningImport file={file} />
      ) : (
        <ImportResult file={file} source={source} />
      )}
    </div>
  );
}
