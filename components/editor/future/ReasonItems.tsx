'use client';

import { useRef } from 'react';
import { deleteReason } from '@/lib/document/operations/reasons';
import type { Reason } from '@/lib/map/reason';
import { useEditor } from '../session/EditorContext';
import type { Answerable } from './listAnswerable';
import { ReasonItem } from './ReasonItem';
import { useGoOn } from './useGoOn';

type Props = {
  reasons: readonly Reason[];
  what: string;
  stepId: string | null;
  answerable: Answerable;
  /** The reason that was just made: its words are to be written. */
  fresh?: string | null;
  /** Where the keyboard goes on when the last one is gone. */
  behind: () => HTMLElement | null;
};

/** Reasons below one another. The keyboard stays among them when one is deleted. */
export function ReasonItems({ reasons, what, stepId, answerable, fresh = null, behind }: Props) {
  const { doc } = useEditor();
  const list = useRef<HTMLDivElement>(null);
  const goOn = useGoOn(reasons.map(({ id }) => id));
  const deleteButton = (id: string): HTMLElement | null =>
    list.current?.querySelector(`[data-reason="${CSS.escape(id)}"] [data-deletes]`) ?? null;
  return (
    <div ref={list} className="space-y-2 empty:hidden">
      {reasons.map((reason) => (
        <div key={reason.id} data-reason={reason.id}>
          <ReasonItem
            {...{ reason, what, stepId, answerable }}
            isFresh={fresh === reason.id}
            onDelete={() => {
              goOn(reason.id, deleteButton, behind);
              deleteReason(doc, { id: reason.id });
            }}
          />
        </div>
      ))}
    </div>
  );
}
