import { useTranslations } from 'use-intl';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { ActivityLine } from '@/lib/map/history/groupActivity';
import type { MapReference } from '../reference';
import { useArrangedMap, useEditor } from '../session/EditorContext';

const plain = new Set(['stage', 'step', 'lane', 'card', 'touchpoint', 'transition', 'moment']);

/** Where on the map a line leads; null for what is not there, or has no place of its own. */
function toReference({ record, recordId }: ActivityLine, map: ArrangedMap): MapReference | null {
  const [first = '', second = ''] = recordId.split(':');
  const isStep = (id: string): boolean => map.steps.some((step) => step.id === id);
  if (record === 'emotion') return isStep(first) ? { type: 'emotion', stepId: first, personaId: second } : null;
  if (record === 'stepDepartment') return isStep(first) ? { type: 'step', id: first } : null;
  if (record === 'meta') return { type: 'meta', field: 'title' };
  if (record === 'moment') return isStep(first) ? { type: 'step', id: first } : null;
  return plain.has(record) ? { type: record as 'card', id: recordId } : null;
}

/** What a record is called now; else as it was called then. */
function nameOf(line: ActivityLine, map: ArrangedMap): string | null {
  const [first = ''] = line.recordId.split(':');
  if (line.record === 'emotion' || line.record === 'stepDepartment' || line.record === 'moment') {
    return map.steps.find(({ id }) => id === first)?.title ?? null;
  }
  if (line.text !== null) return line.text;
  switch (line.record) {
    case 'stage':
      return map.stages.find(({ id }) => id === first)?.title ?? null;
    case 'step':
      return map.steps.find(({ id }) => id === first)?.title ?? null;
    case 'lane':
      return map.lanes.find(({ id }) => id === first)?.title ?? null;
    case 'card':
      return [...map.cells.values()].flat().find(({ id }) => id === first)?.text ?? null;
    case 'persona':
      return map.personas.find(({ id }) => id === first)?.name ?? null;
    case 'department':
      return map.departments.find(({ id }) => id === first)?.name ?? null;
    default:
      return null;
  }
}

/** “Card added: Waits on hold”. A press leads there, as long as it is there. */
export function ActivityLineItem({ line, onShow }: { line: ActivityLine; onShow: () => void }) {
  const t = useTranslations('history');
  const map = useArrangedMap();
  const { selection, navigation } = useEditor();
  const reference = line.action === 'deleted' ? null : toReference(line, map);
  const name = nameOf(line, map)?.replace(/\s+/g, ' ') ?? '';
  const what = t.has(`record.${line.record}` as never) ? t(`record.${line.record}` as never) : t('record.other');
  const content = (
    <>
      <span className="text-ink-soft">{t(`action.${line.action}`, { what })}</span>
      {name === '' ? null : <span className="ml-1.5">{name}</span>}
    </>
  );
  return (
    <li className="text-sm">
      {reference ? (
        <button
          type="button"
          className="-mx-2 line-clamp-2 min-h-7 w-full rounded-md px-2 py-1 text-left hover:bg-hover pointer-coarse:min-h-11"
          onClick={() => {
            selection.getState().select(reference);
            onShow();
            navigation.goTo(reference);
          }}
        >
          {content}
        </button>
      ) : (
        <span className="line-clamp-2 min-h-7 py-1">{content}</span>
      )}
    </li>
  );
}
