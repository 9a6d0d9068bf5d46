'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { longestEntry } from '@/lib/sources/entries/entryShape';
import type { Dimension } from '@/lib/sources/listDimensions';
import type { Source } from '../source';
import type { StoredEntry } from './entry';
import { FileFields } from './FileFields';
import { MarkField } from './MarkField';
import { PersonalNotice } from './PersonalNotice';
import { useSaveEntry } from './useSaveEntry';

type Props = {
  source: Source;
  /** Whose drafts are kept on the device. */
  userId: string;
  /** What the source's answers are told apart by: offered while one types. */
  dimensions: readonly Dimension[];
  /** The entry that is edited; null for a new one. */
  entry: StoredEntry | null;
};

const scores = ['', '1', '2', '3', '4', '5'] as const;

/** Where an interview or observation is written down. What was begun outlives a reload. */
export function EntryForm({ source, userId, dimensions, entry }: Props) {
  const t = useTranslations('evidencePages.entries');
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const { draft, errors, problem, busy, save, discard } = useSaveEntry({ source, userId, entry, chosen, setChosen });
  const { fields, change } = draft;
  const knownOf = (name: string): readonly string[] => dimensions.find((one) => one.name === name)?.values ?? [];
  const isInterview = source.kind === 'interviews';
  return (
    <form
      className="max-w-3xl space-y-5"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save('close');
      }}
    >
      {problem ? (
        <Banner tone="danger" urgent>
          {problem}
        </Banner>
      ) : null}
      {draft.isRestored ? (
        <Banner
          action={
            <Button size="sm" onClick={discard}>
              {t('discard')}
            </Button>
          }
        >
          {t('restored')}
        </Banner>
      ) : null}
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <TextField
          label={t('day')}
          type="date"
          value={fields.day}
          error={errors.day}
          required
          onChange={(event) => change({ day: event.target.value })}
        />
        <MarkField label={t('who')} hint={t('whoHint')} value={fields.who} onChange={(who) => change({ who })} />
      </div>
      <TextArea
        label={t(isInterview ? 'said' : 'seen')}
        value={fields.text}
        error={errors.text}
        maxLength={longestEntry}
        rows={8}
        required
        onChange={(event) => change({ text: event.target.value })}
      />
      <PersonalNotice
        texts={[fields.text, fields.who]}
        keeps={fields.keepsPersonal}
        onKeep={(keepsPersonal) => change({ keepsPersonal })}
      />
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <MarkField
          label={t('touchpoint')}
          known={knownOf('touchpoint')}
          value={fields.touchpoint}
          onChange={(touchpoint) => change({ touchpoint })}
        />
        <MarkField
          label={t('channel')}
          known={knownOf('channel')}
          value={fields.channel}
          onChange={(channel) => change({ channel })}
        />
        <MarkField
          label={t('segment')}
          known={knownOf('segment.Segment')}
          value={fields.segment}
          onChange={(segment) => change({ segment })}
        />
        <Select
          label={t('satisfaction')}
          value={fields.satisfaction}
          options={scores.map((value) => ({ value, label: t('satisfactions', { score: value === '' ? 0 : Number(value) }) }))}
          onChange={(satisfaction) => change({ satisfaction })}
        />
      </div>
      <FileFields
        sourceId={source.id}
        stored={entry && { entryId: entry.id, files: entry.files }}
        chosen={chosen}
        onChoose={setChosen}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy === 'close'}>
          {t('save')}
        </Button>
        {entry ? null : (
          <Button busy={busy === 'next'} onClick={() => void save('next')}>
            {t('saveNext')}
          </Button>
        )}
      </div>
    </form>
  );
}
