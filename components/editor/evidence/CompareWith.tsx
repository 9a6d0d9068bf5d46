'use client';

import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { useEditor } from '../session/EditorContext';
import { useVersions } from '../versions/useVersions';
import { useVersionWords } from '../versions/useVersionWords';

/** Chooses what scores are compared with, here, in the details and on the map: the period before, or a version of the map. */
export function CompareWith() {
  const t = useTranslations('evidence.figures');
  const { evidence } = useEditor();
  const against = useStore(evidence, (state) => state.against);
  const told = useStore(evidence, (state) => state.answer?.against ?? null);
  const { items, hasMore, loading, loadMore } = useVersions(true);
  const { titleOf, timeOf } = useVersionWords();
  const versions = (items ?? []).map((item) => ({
    value: String(item.number),
    label: `${titleOf(item)} – ${timeOf(item)}`,
  }));
  const value = against === null ? '' : String(against);
  // One that stands further down the list than it is here.
  const missing = value === '' || versions.some((option) => option.value === value);
  const chosen = told && told.version === against ? titleOf({ number: told.version, name: told.name }) : value;
  return (
    <div className="space-y-1.5">
      <Select
        size="sm"
        label={t('compareWith')}
        value={value}
        options={[{ value: '', label: t('periodBefore') }, ...versions, ...(missing ? [] : [{ value, label: chosen }])]}
        onChange={(next) => evidence.getState().compareWith(next === '' ? null : Number(next))}
      />
      {hasMore ? (
        <Button size="sm" variant="ghost" busy={loading} onClick={loadMore}>
          {t('olderVersions')}
        </Button>
      ) : null}
      {told && !told.isKept ? (
        <p role="status" className="text-ink-soft text-sm">
          {t('notKept', { version: told.version })}
        </p>
      ) : null}
    </div>
  );
}
