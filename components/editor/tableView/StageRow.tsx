import { useTranslations } from 'use-intl';
import type { ArrangedStage } from '@/lib/map/arrange';
import { LockedSign } from '../workshop/locks/LockedSign';
import { useLockAt } from '../workshop/locks/LockScope';
import { useShownLock } from '../workshop/locks/useShownLock';
import { GridCell } from './GridCell';
import type { OpenHow } from './TableContext';
import { TitleEditor } from './TitleEditor';
import type { PersonInCell } from './useTellTable';

type Props = {
  stage: ArrangedStage;
  columnCount: number;
  rowIndex: number;
  here: string | null;
  open: { column: string; how: OpenHow } | null;
  people: ReadonlyMap<string, PersonInCell> | undefined;
  canWrite: boolean;
};

/** A stage over the rows of its steps. */
export function StageRow({ stage, columnCount, rowIndex, here, open, people, canWrite }: Props) {
  const t = useTranslations('tableView');
  const words = useTranslations('canvas');
  const inspector = useTranslations('editor.inspector');
  const mayWrite = canWrite && !stage.unplaced;
  const isLocked = useShownLock('stage', stage.id) && !stage.unplaced;
  const isClosed = useLockAt([{ kind: 'stage', stageId: stage.id }]) !== null;
  const title = stage.unplaced ? words('unplacedStage') : stage.title || inspector('stageUnnamed');
  const editor =
    open && mayWrite ? (
      <TitleEditor
        reference={{ type: 'stage', id: stage.id, field: 'title' }}
        label={t('stageTitle')}
        placeholder={words('stage')}
        all={open.how === 'writeOver'}
      />
    ) : null;
  return (
    <tr aria-rowindex={rowIndex}>
      <GridCell
        place={{ row: `stage:${stage.id}`, column: 'title' }}
        here={here !== null}
        readOnly={!mayWrite || isClosed}
        heading="rowgroup"
        colSpan={columnCount}
        person={people?.get('title')}
        editor={editor}
        className="bg-surface-sunken py-1.5!"
      >
        <span className="sticky left-2 inline-flex max-w-[80vw] items-center gap-1.5 font-bold">
          <span className="min-w-0 truncate">
            <span className="sr-only">{words('stage')} </span>
            {title}
          </span>
          {isLocked ? <LockedSign /> : null}
        </span>
      </GridCell>
    </tr>
  );
}
