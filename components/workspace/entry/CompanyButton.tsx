'use client';

import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { useProblemSentence } from '../useProblemSentence';
import { FormProblem } from './EntryCard';
import { goToCompanySignIn } from './signIn';

type Props = {
  /** What people call the provider. */
  name: string;
  /** The path to go on to. */
  next: string;
  primary?: boolean;
  /** What the button says, when not that one goes on with the provider. */
  label?: string;
  /** As large as the form around it, or as any button of a settings page. */
  size?: 'md' | 'lg';
  /** Done first: what must be known before the way to the provider. */
  prepare?: () => Promise<void>;
};

/** Leads to the company's sign-in. */
export function CompanyButton({ name, next, primary = true, label, size = 'lg', prepare }: Props) {
  const t = useTranslations('auth.company');
  const sentenceOf = useProblemSentence();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await prepare?.();
      await goToCompanySignIn(next);
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <div className="space-y-5">
      <FormProblem sentence={problem} />
      <Button
        variant={primary ? 'primary' : 'secondary'}
        size={size}
        icon={<LogIn size={size === 'lg' ? 18 : 16} aria-hidden="true" />}
        busy={busy}
        onClick={go}
        className={size === 'lg' ? 'w-full' : undefined}
      >
        {label ?? t('continue', { name })}
      </Button>
    </div>
  );
}
