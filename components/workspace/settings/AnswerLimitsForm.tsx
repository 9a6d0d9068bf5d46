'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { useToast } from '@/components/ui/Toast';
import { type AnswerLimits, mostAnswersNeeded, usualLimits } from '@/lib/evidence/figures/answerLimits';
import { FormProblem } from '../entry/EntryCard';
import { anyAnswer, requestJson } from '../request';
import { useForm } from '../useForm';

/** A whole number of answers; null for anything else. */
function readCount(text: string): number | null {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0;
  return value >= 1 && value <= mostAnswersNeeded ? value : null;
}

/** From how many answers on the workspace shows scores. */
export function AnswerLimitsForm({ workspaceId, limits }: { workspaceId: string; limits: AnswerLimits }) {
  const t = useTranslations('lifecycle.settings');
  const common = useTranslations('common');
  const router = useRouter();
  const toast = useToast();
  const wrong = t('limitWrong', { most: mostAnswersNeeded });
  const { form, errors, general, busy, settle } = useForm({
    invalid: { score: wrong, firm: wrong },
    check: (values) => {
      const [score, firm] = [readCount(values.score), readCount(values.firm)];
      if (score !== null && firm !== null && firm < score) return { firm: t('limitOrder') };
      return { ...(score === null ? { score: wrong } : {}), ...(firm === null ? { firm: wrong } : {}) };
    },
    send: async (values) => {
      const next = { score: Number(values.score), firm: Number(values.firm) };
      await requestJson('PATCH', `/api/v1/workspaces/${workspaceId}/evidence/limits`, anyAnswer, next);
      toast({ title: t('limitsSaved', next), tone: 'success' });
      settle();
      router.refresh();
    },
  });
  return (
    <form {...form} className="max-w-sm space-y-4">
      <FormProblem sentence={general} />
      {(['score', 'firm'] as const).map((name) => (
        <TextField
          key={name}
          label={t(name === 'score' ? 'limitScore' : 'limitFirm')}
          name={name}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          defaultValue={String(limits[name])}
          hint={t(name === 'score' ? 'limitScoreHint' : 'limitFirmHint', { usual: usualLimits[name] })}
          error={errors[name]}
          required
        />
      ))}
      <Button type="submit" busy={busy}>
        {common('save')}
      </Button>
    </form>
  );
}
