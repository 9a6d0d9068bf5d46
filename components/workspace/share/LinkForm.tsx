'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { FormProblem } from '../entry/EntryCard';
import { useProblemSentence } from '../useProblemSentence';
import { type Lifetime, lifetimes, type NewLink } from './mapLink';

type Props = {
  /** How long the link is valid, unless somebody chooses. */
  lifetime: Lifetime;
  labelHint: string;
  /** Fields beside that of how long it is valid. */
  before?: ReactNode;
  after?: ReactNode;
  /** Fields below. */
  children?: ReactNode;
  /** Makes the link, or nothing where another field is not right. */
  onCreate: (link: NewLink) => Promise<void>;
  onCancel?: (() => void) | undefined;
};

/** What every new link has: until when it is valid, and a note. */
export function LinkForm({ lifetime: first, labelHint, before, after, children, onCreate, onCancel }: Props) {
  const t = useTranslations('workspace.share');
  const common = useTranslations('common');
  const sentenceOf = useProblemSentence();
  const [lifetime, setLifetime] = useState<Lifetime>(first);
  const [label, setLabel] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const create = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onCreate({ label: label.trim(), expiresInHours: lifetimes[lifetime] });
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(false);
  };

  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void create();
      }}
    >
      <FormProblem sentence={problem} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {before}
        <Select
          label={t('expiry')}
          value={lifetime}
          onChange={setLifetime}
          options={(Object.keys(lifetimes) as Lifetime[]).map((value) => ({ value, label: t(`lifetimes.${value}`) }))}
        />
        {after}
      </div>
      <TextField
        label={t('label')}
        hint={labelHint}
        value={label}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setLabel(event.target.value)}
      />
      {children}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {t('create')}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{common('cancel')}</Button> : null}
      </div>
    </form>
  );
}
