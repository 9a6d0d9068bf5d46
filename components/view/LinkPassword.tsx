'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { PasswordField } from '@/components/ui/PasswordField';
import { EntryCard } from '@/components/workspace/entry/EntryCard';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';

/** Asks for the password of a link. */
export function LinkPassword({ onOpen }: { onOpen: (password: string) => Promise<void> }) {
  const t = useTranslations('view.password');
  const sentenceOf = useProblemSentence();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();

  const send = async (): Promise<void> => {
    if (password === '') return setProblem(t('needed'));
    setBusy(true);
    try {
      await onOpen(password);
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <EntryCard title={t('title')} lead={t('lead')}>
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void send();
        }}
      >
        <PasswordField
          label={t('field')}
          value={password}
          error={problem}
          maxLength={400}
          autoComplete="current-password"
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" variant="primary" size="lg" busy={busy} className="w-full">
          {t('submit')}
        </Button>
      </form>
    </EntryCard>
  );
}
