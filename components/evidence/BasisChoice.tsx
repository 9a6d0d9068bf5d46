'use client';

import { useTranslations } from 'use-intl';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { type SurveyBasis, surveyBases } from '@/lib/evidence/sourceKind';

/** When a survey asks: after something has happened, or about the relationship. */
export function BasisChoice({ value, onChange }: { value: SurveyBasis; onChange: (value: SurveyBasis) => void }) {
  const t = useTranslations('evidencePages.source');
  return (
    <div>
      <p className="mb-1.5 font-semibold text-sm">{t('basis')}</p>
      <SegmentedControl
        label={t('basis')}
        value={value}
        options={surveyBases.toReversed().map((basis) => ({ value: basis, label: t(`bases.${basis}`) }))}
        onChange={onChange}
      />
      <p className="mt-1.5 text-ink-faint text-sm">{t(`basisHints.${value}`)}</p>
    </div>
  );
}
