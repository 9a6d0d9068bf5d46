'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Category, toOptions } from '@/components/evidence/categories/categorySet';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import type { LinkFilter } from '@/lib/map/evidenceLink';
import type { SourceToAsk } from './evidenceRequests';
import { useFilterWords } from './useFilterWords';

type Props = {
  filter: LinkFilter;
  dimensions: SourceToAsk['dimensions'];
  /** Of sources that tell contact reasons apart. */
  categories: readonly Category[];
  onChange: (filter: LinkFilter) => void;
};

/** So long after the last letter the words are looked for. Milliseconds. */
const afterTyping = 400;
const segmentPrefix = 'segment.';

/** The filter with something changed; what is empty is absent. */
function changed(filter: LinkFilter, change: Partial<Record<keyof LinkFilter, string>>): LinkFilter {
  return Object.fromEntries(
    Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

/** Which answers of a source are meant: words, a touchpoint, a channel, a segment, a period. */
export function FilterFields({ filter, dimensions, categories, onChange }: Props) {
  const t = useTranslations('evidence.filter');
  const { nameOf } = useFilterWords();
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>();
  const detailsId = useId();
  const [isWide, setWide] = useState(Object.keys(filter).some((name) => name !== 'text'));
  const segments = dimensions.filter(({ name }) => name.startsWith(segmentPrefix) && !name.includes('='));
  const [segmentName = ''] = (filter.segment ?? '').split('=');
  const segment = segments.find(({ name }) => name === `${segmentPrefix}${segmentName}`);
  const change = (part: Parameters<typeof changed>[1]) => onChange(changed(filter, part));
  return (
    <>
      <TextField
        label={t('text')}
        type="search"
        maxLength={200}
        autoComplete="off"
        defaultValue={filter.text ?? ''}
        className="h-8 text-sm"
        onChange={({ target: { value } }) => {
          clearTimeout(timer);
          setTimer(setTimeout(() => change({ text: value.trim() }), afterTyping));
        }}
      />
      <button
        type="button"
        aria-expanded={isWide}
        aria-controls={detailsId}
        className="min-h-6 font-semibold text-accent text-sm underline-offset-2 hover:underline pointer-coarse:min-h-11"
        onClick={() => setWide(!isWide)}
      >
        {t(isWide ? 'fewer' : 'more')}
      </button>
      <div id={detailsId} hidden={!isWide} className="grid grid-cols-2 gap-3">
        {(['touchpoint', 'channel', 'language'] as const).map((name) => {
          const values = dimensions.find((dimension) => dimension.name === name)?.values ?? [];
          return values.length === 0 ? null : (
            <Select
              key={name}
              size="sm"
              label={nameOf(name)}
              value={filter[name] ?? ''}
              options={[{ value: '', label: t('all') }, ...values.map((value) => ({ value, label: value }))]}
              onChange={(value) => change({ [name]: value })}
            />
          );
        })}
        {categories.length > 0 ? (
          <Select
            size="sm"
            label={t('category')}
            value={filter.category ?? ''}
            options={[{ value: '', label: t('all') }, ...toOptions(categories)]}
            onChange={(category) => change({ category })}
          />
        ) : null}
        {segments.length > 0 ? (
          <Select
            size="sm"
            label={t('segment')}
            value={segment?.name ?? ''}
            options={[{ value: '', label: t('all') }, ...segments.map(({ name }) => ({ value: name, label: nameOf(name) }))]}
            onChange={(name) => {
              const first = segments.find((candidate) => candidate.name === name)?.values[0];
              change({ segment: name === '' || first === undefined ? '' : `${name.slice(segmentPrefix.length)}=${first}` });
            }}
          />
        ) : null}
        {segment ? (
          <Select
            size="sm"
            label={nameOf(segment.name)}
            value={(filter.segment ?? '').slice(segmentName.length + 1)}
            options={segment.values.map((value) => ({ value, label: value }))}
            onChange={(value) => change({ segment: `${segmentName}=${value}` })}
          />
        ) : null}
        <TextField
          label={t('from')}
          type="date"
          className="h-8 text-sm"
          defaultValue={filter.from ?? ''}
          max={filter.to}
          onChange={(event) => change({ from: event.target.value })}
        />
        <TextField
          label={t('to')}
          type="date"
          className="h-8 text-sm"
          defaultValue={filter.to ?? ''}
          min={filter.from}
          onChange={(event) => change({ to: event.target.value })}
        />
      </div>
    </>
  );
}
