'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { type ColumnPlan, personalKinds, personalTreatments, type RoleOf } from '@/lib/evidence/reading/columns';

type Props = { column: ColumnPlan; role: RoleOf<'personal'>; onChange: (column: ColumnPlan) => void };

/** What personal data a column holds, and what becomes of it. */
export function PersonalFields({ column, role, onChange }: Props) {
  const t = useTranslations('evidencePages.wizard');
  return (
    <div className="grid max-w-2xl gap-4 sm:grid-cols-2 md:col-span-2">
      <Select
        label={t('personalKind')}
        value={role.data}
        options={personalKinds.map((value) => ({ value, label: t(`personalKinds.${value}`) }))}
        onChange={(data) => onChange({ ...column, role: { ...role, data } })}
      />
      <Select
        label={t('treatment')}
        value={role.treatment}
        hint={t(`treatmentHints.${role.treatment}`)}
        options={personalTreatments.map((value) => ({ value, label: t(`treatments.${value}`) }))}
        onChange={(treatment) => onChange({ ...column, role: { ...role, treatment } })}
      />
    </div>
  );
}
