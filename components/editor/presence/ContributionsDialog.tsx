'use client';

import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Spinner } from '@/components/ui/Spinner';
import { requestJson } from '@/components/workspace/request';
import { type DepartmentContribution, tallyContributions } from '@/lib/map/contributions';
import { arrangeOnce, useEditor } from '../session/EditorContext';

const contributionsSchema = z.object({
  departments: z.array(z.object({ departmentId: z.string(), cards: z.array(z.string()) })),
});

/** Which departments have written in which stages, and which have not yet: departments only, nobody's name. */
export function ContributionsDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('together.contributions');
  const { session } = useEditor();
  const [found, setFound] = useState<readonly DepartmentContribution[] | 'failed' | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that somebody asks.
  useEffect(() => {
    let left = false;
    const set = (next: readonly DepartmentContribution[] | 'failed'): void => {
      if (!left) setFound(next);
    };
    requestJson('GET', `/api/maps/${session.mapId}/contributions`, contributionsSchema).then(
      // Both as they are at that moment: nothing is counted anew while others go on writing.
      ({ departments }) => set(tallyContributions(arrangeOnce(session.map.getSnapshot().map), departments)),
      () => set('failed'),
    );
    return () => {
      left = true;
    };
  }, [session, asked]);
  return (
    <Dialog open onOpenChange={onOpenChange} size="full" title={t('title')} description={t('text')}>
      {found === null ? <Spinner /> : null}
      {found === 'failed' ? (
        <div className="flex flex-wrap items-center gap-3 text-sm" role="alert">
          {t('failed')}
          <Button size="sm" onClick={() => setAsked(asked + 1)}>
            {t('again')}
          </Button>
        </div>
      ) : null}
      {found !== null && found !== 'failed' ? <Matrix rows={found} /> : null}
    </Dialog>
  );
}

function Matrix({ rows }: { rows: readonly DepartmentContribution[] }) {
  const t = useTranslations('together.contributions');
  const words = useTranslations('canvas');
  const unnamed = useTranslations('filter')('unnamedDepartment');
  const [first] = rows;
  if (!first || first.stages.length === 0) return <p className="text-ink-soft text-sm">{t('empty')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section aria-label={t('title')} className="overflow-x-auto" tabIndex={0}>
      <table className="border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 bg-surface-raised py-2 pr-4 text-left font-medium text-ink-soft text-xs">
              {t('department')}
            </th>
            {first.stages.map(({ id, title }) => (
              <th key={id} scope="col" className="max-w-40 px-3 py-2 text-left align-bottom font-medium text-ink-soft text-xs">
                {title.trim() || words('stage')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, stages }) => (
            <tr key={id}>
              <th
                scope="row"
                className="sticky left-0 max-w-56 border-line border-t bg-surface-raised py-2 pr-4 text-left font-semibold"
              >
                {name.trim() || unnamed}
              </th>
              {stages.map((stage) => (
                <td key={stage.id} className="border-line border-t px-3 py-2">
                  {stage.cards > 0 ? (
                    <span className="flex items-center gap-1.5 text-success">
                      <Check size={16} aria-hidden="true" />
                      <span className="tabular-nums">{stage.cards}</span>
                      <span className="sr-only">{t('cards', { count: stage.cards })}</span>
                    </span>
                  ) : (
                    <span className="text-ink-soft">{t('notYet')}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
