'use client';

import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Spinner } from '@/components/ui/Spinner';
import { useProblemSentence } from '../useProblemSentence';

/** In place of links that are not here yet, or cannot be had just now. */
export function LinksPending({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const common = useTranslations('common');
  const sentenceOf = useProblemSentence();
  return problem ? (
    <Banner
      tone="danger"
      urgent
      action={
        <Button size="sm" onClick={onRetry}>
          {common('retry')}
        </Button>
      }
    >
      {sentenceOf(problem)}
    </Banner>
  ) : (
    <div role="status" className="flex items-center gap-3 py-8 text-ink-soft">
      <Spinner /> {common('loading')}
    </div>
  );
}
