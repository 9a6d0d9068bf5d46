'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ColumnPlan } from '@/lib/evidence/reading/columns';
import type { ReadingPlan } from '@/lib/evidence/reading/readingPlan';
import { ColumnCard } from './ColumnCard';
import { conflictingColumns } from './planEdits';
import type { ColumnSample } from './roleChoice';

type Props = {
  /** As the file was understood: it says where a column stands, so that none moves from under the pointer when its role changes. */
  found: ReadingPlan;
  plan: ReadingPlan;
  rows: readonly { cells: string[] }[];
  onEdit: (column: ColumnPlan) => void;
};

type Group = 'taken' | 'personal' | 'ignored';
const groups = ['taken', 'personal', 'ignored'] as const satisfies readonly Group[];

function groupOf({ role }: ColumnPlan): Group {
  return role.kind === 'personal' ? 'personal' : role.kind === 'ignore' ? 'ignored' : 'taken';
}

/** All columns of the file: those that are taken over, those with personal data, and, folded away, those that say nothing. */
export function ColumnList({ found, plan, rows, onEdit }: Props) {
  const t = useTranslations('evidencePages.wizard');
  const conflicts = conflictingColumns(plan);
  const samples = useMemo(
    () =>
      found.columns.map(
        (_, place): ColumnSample => ({
          cells: rows.map(({ cells }) => cells[place] ?? ''),
          decimal: plan.decimal,
          missing: plan.missing,
        }),
      ),
    [found, rows, plan.decimal, plan.missing],
  );
  const cardsOf = (group: Group) =>
    found.columns.flatMap((original, place) => {
      const column = plan.columns[place];
      const sample = samples[place];
      if (groupOf(original) !== group || !column || !sample) return [];
      return [
        <ColumnCard
          key={column.name}
          column={column}
          found={original}
          sample={sample}
          timeZone={plan.timeZone}
          isConflicting={conflicts.includes(column.name)}
          onChange={onEdit}
        />,
      ];
    });
  return (
    <div className="space-y-6">
      {groups.map((group) => {
        const names = found.columns.filter((column) => groupOf(column) === group).map(({ name }) => name);
        if (names.length === 0) return null;
        if (group === 'ignored') return <Folded key={group} names={names} cards={() => cardsOf(group)} />;
        return (
          <div key={group}>
            <h3 className="mb-2 font-semibold">{t(`groups.${group}`, { count: names.length })}</h3>
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">{cardsOf(group)}</ul>
          </div>
        );
      })}
    </div>
  );
}

function Folded({ names, cards }: { names: readonly string[]; cards: () => React.ReactNode }) {
  const t = useTranslations('evidencePages.wizard');
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="rounded py-1 font-semibold">
        {t('groups.ignored', { count: names.length })}
        <span className="mt-1 line-clamp-2 break-words font-normal text-ink-soft text-sm">{names.slice(0, 40).join(' · ')}</span>
      </summary>
      {isOpen ? <ul className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">{cards()}</ul> : null}
    </details>
  );
}
