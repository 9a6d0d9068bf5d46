'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { FormProblem } from '../entry/EntryCard';
import { useProblemSentence } from '../useProblemSentence';
import { type JoinRole, joinRoles, type Lifetime, lifetimes } from './joinLink';

type Props = {
  onCreate: (link: { role: JoinRole; label: string; expiresInHours: number | null }) => Promise<void>;
  onCancel?: (() => void) | undefined;
};

/** What a new join link lets people do, and until when. */
export function JoinLinkForm({ onCreate, onCancel }: Props) {
  const t = useTranslations('workspace.share');
  const common = useTranslations('common');
  const sentenceOf = useProblemSentence();
  const [role, setRole] = useState<JoinRole>('editor');
  const [lifetime, setLifetime] = useState<Lifetime>('day');
  const [label, setLabel] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const create = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onCreate({ role, label: label.trim(), expiresInHours: lifetimes[lifetime] });
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
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
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('role')}
          value={role}
          onChange={setRole}
          options={joinRoles.map((value) => ({ value, label: t(`roles.${value}`) }))}
          hint={role === 'editor' ? undefined : t(role === 'commenter' ? 'commenterHint' : 'viewerHint')}
        />
        <Select
          label={t('expiry')}
          value={lifetime}
          onChange={setLifetime}
          options={(Object.keys(lifetimes) as Lifetime[]).map((value) => ({ value, label: t(`lifetimes.${value}`) }))}
        />
      </div>
      <TextField
        label={t('label')}
        hint={t('labelHint')}
        value={label}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setLabel(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {t('create')}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{common('cancel')}</Button> : null}
      </div>
    </form>
  );
}
