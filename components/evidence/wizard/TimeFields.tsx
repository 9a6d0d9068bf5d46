'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import type { ColumnPlan, RoleOf } from '@/lib/evidence/reading/columns';
import { timeForms } from '@/lib/evidence/reading/time/parseTime';

type Props = { column: ColumnPlan; role: RoleOf<'time'>; onChange: (column: ColumnPlan) => void };

/** How a column writes times. Whoever chooses it has looked. */
export function TimeFields({ column, role, onChange }: Props) {
  const t = useTranslations('evidencePages.wizard');
  return (
    <div className="max-w-xs md:col-span-2">
      <Select
        label={t('timeForm')}
        value={role.form}
        options={timeForms.map((value) => ({ value, label: t(`timeForms.${value}`) }))}
        onChange={(form) =>
          onChange({
            ...column,
            role: { ...role, form },
            doubts: column.doubts.filter((doubt) => doubt !== 'dates.ambiguous'),
          })
        }
      />
    </div>
  );
}
