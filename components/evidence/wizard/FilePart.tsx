'use client';

import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import type { InspectionChoices } from '@/lib/evidence/reading/inspection';
import { layoutNames } from '@/lib/evidence/reading/layouts/knownLayouts';
import { decimalSigns } from '@/lib/evidence/reading/values/parseNumber';
import { FormFields } from './FormFields';
import { MissingWords } from './MissingWords';
import { NumberField } from './NumberField';
import { RawRows } from './RawRows';
import { TimeZoneField } from './TimeZoneField';
import type { Inspected } from './useInspection';

type Props = {
  inspected: Inspected;
  masksVerbatims: boolean;
  onChoose: (choices: InspectionChoices) => void;
  onMask: (masks: boolean) => void;
};

/** How the file is taken apart, with each guess as a field, and the file's first rows as they come out of it. */
export function FilePart({ inspected, masksVerbatims, onChoose, onMask }: Props) {
  const t = useTranslations('evidencePages.wizard');
  const { plan, isRemembered, remarks, sheets } = inspected;
  const ofFile = remarks.filter(({ column, key }) => column === null || key.startsWith('columns.'));
  return (
    <div className="space-y-6">
      {isRemembered ? <Banner tone="success">{t('remembered')}</Banner> : null}
      {ofFile.length > 0 ? (
        <Banner tone="warning">
          <ul className="space-y-1">
            {ofFile.map(({ key, line, column, sentence }) => (
              <li key={`${key} ${column} ${line}`}>
                {line === null ? '' : `${t('line', { line })}: `}
                {sentence}
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
      <div className="grid grid-cols-2 items-end gap-x-4 gap-y-4 sm:gap-x-6 lg:grid-cols-4">
        <Select
          label={t('layout')}
          value={plan.layout ?? 'none'}
          options={[
            { value: 'none', label: t('layouts.none') },
            ...layoutNames.map((value) => ({ value, label: t(`layouts.${value}`) })),
          ]}
          onChange={(layout) => onChoose({ layout: layout === 'none' ? null : layout })}
        />
        <FormFields form={plan.form} sheets={sheets} onChoose={onChoose} />
        {plan.form.kind === 'json' ? null : (
          <>
            <NumberField
              label={t('headerRows')}
              value={plan.headerRows}
              min={0}
              max={5}
              onChange={(headerRows) => onChoose({ headerRows, skippedRows: plan.skippedRows })}
            />
            <NumberField
              label={t('skippedRows')}
              value={plan.skippedRows}
              min={0}
              max={100}
              onChange={(skippedRows) => onChoose({ skippedRows, headerRows: plan.headerRows })}
            />
          </>
        )}
        <Select
          label={t('decimal')}
          value={plan.decimal}
          options={decimalSigns.map((value) => ({ value, label: t(`decimals.${value}`) }))}
          onChange={(decimal) => onChoose({ decimal })}
        />
        <TimeZoneField value={plan.timeZone} onChange={(timeZone) => onChoose({ timeZone })} />
        <MissingWords value={plan.missing} onChange={(missing) => onChoose({ missing })} />
      </div>
      <div className="max-w-prose">
        <Switch label={t('masks')} hint={t('masksHint')} checked={masksVerbatims} onChange={onMask} />
      </div>
      <RawRows headers={inspected.headers} rows={inspected.rows} columns={plan.columns.map(({ name }) => name)} />
    </div>
  );
}
