'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import type { Dimension } from '@/lib/sources/listDimensions';
import { type Category, toOptions } from './categories/categorySet';
import { changeFilter, type EvidenceFilter } from './evidenceFilter';
import { useDimensionName } from './useDimensionName';

type Props = {
  filter: EvidenceFilter;
  dimensions: readonly Dimension[];
  /** Of sources that tell contact reasons apart. */
  categories?: readonly Category[] | undefined;
  onChange: (filter: EvidenceFilter) => void;
};

/** Narrows answers to a period, and to a value of a dimension. */
export function FilterFields({ filter, dimensions, categories = [], onChange }: Props) {
  const t = useTranslations('evidencePages.filter');
  const nameOf = useDimensionName();
  // An address names a segment by `column=value`: what holds that sign itself cannot be asked for.
  const usable = dimensions.filter(({ name }) => !name.includes('='));
  const chosen = usable.find(({ name }) => name === filter.by);
  const values = chosen?.values.filter((value) => /^[^=].*$/.test(value)) ?? [];
  const change = (part: Parameters<typeof changeFilter>[1]) => onChange(changeFilter(filter, part));
  return (
    <>
      <TextField
        label={t('from')}
        type="date"
        defaultValue={filter.from ?? ''}
        max={filter.to}
        onChange={(event) => change({ from: event.target.value })}
      />
      <TextField
        label={t('to')}
        type="date"
        defaultValue={filter.to ?? ''}
        min={filter.from}
        onChange={(event) => change({ to: event.target.value })}
      />
      {categories.length > 0 ? (
        <Select
          label={t('category')}
          value={filter.category ?? ''}
          options={[{ value: '', label: t('all') }, { value: 'none', label: t('noCategory') }, ...toOptions(categories)]}
          onChange={(category) => change({ category })}
        />
      ) : null}
      {usable.length > 0 ? (
        <Select
          label={t('by')}
          value={chosen ? chosen.name : ''}
          options={[
            { value: '', label: t('all') },
            ...usable.map(({ name }) => ({ value: name, label: t('withValue', { dimension: nameOf(name) }) })),
          ]}
          onChange={(by) => change({ by })}
        />
      ) : null}
      {chosen ? (
        <Select
          label={nameOf(chosen.name)}
          value={filter.value ?? ''}
          options={[{ value: '', label: t('choose') }, ...values.map((value) => ({ value, label: value }))]}
          onChange={(value) => change({ value })}
        />
      ) : null}
    </>
  );
}
