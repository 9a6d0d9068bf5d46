'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Spinner } from '@/components/ui/Spinner';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import type { FileImport } from '../imports/fileImport';
import type { Source } from '../source';
import { ColumnList } from './ColumnList';
import { DiscardFile } from './DiscardFile';
import { FilePart } from './FilePart';
import { ImportPart } from './ImportPart';
import { PreviewPart } from './PreviewPart';
import { applyEdits, editColumn, findBlockers } from './planEdits';
import { useDraft } from './useDraft';
import { useInspection } from './useInspection';
import { usePreview } from './usePreview';
import { WizardPart } from './WizardPart';

/**
 * A file that lies ready, on the way to its import: how it is taken apart, what each column is for, and what its first rows become. Every guess can be
 * corrected, and all three are on one page, as a correction of one shows in the others.
 */
export function Wizard({ file, source }: { file: FileImport; source: Source }) {
  const t = useTranslations('evidencePages.wizard');
  const common = useTranslations('common');
  const sentenceOf = useProblemSentence();
  const { draft, change, forget } = useDraft(file.id);
  const { inspected, error, isLooking, again } = useInspection(file.id, draft.choices);
  const found = inspected?.plan;
  const plan = useMemo(() => (found ? applyEdits(found, draft.edits) : null), [found, draft.edits]);
  const blockers = inspected && plan ? findBlockers(plan, inspected.rows.length) : [];
  // A direction that is open changes no row; all else that blocks makes a plan that nothing is read by.
  const isReadable = !blockers.some(({ kind }) => kind !== 'direction');
  const preview = usePreview(file.id, isReadable ? plan : null);

  const problem = error ? (
    <Banner
      tone="danger"
      urgent
      title={t('unreadable')}
      action={
        <Button size="sm" onClick={again}>
          {common('retry')}
        </Button>
      }
    >
      {sentenceOf(error)} {inspected ? t('lastShown') : ''}
    </Banner>
  ) : null;
  if (!inspected || !plan) {
    return (
      <div className="space-y-4">
        {problem ?? (
          <p role="status" className="flex items-center gap-3 py-12 text-ink-soft">
            <Spinner />
            {t('looking')}
          </p>
        )}
        {problem ? <DiscardFile file={file} source={source} onDiscarded={forget} /> : null}
      </div>
    );
  }
  return (
    <div>
      {problem}
      <WizardPart number={1} title={t('fileTitle')} lead={t('fileLead')} isBusy={isLooking}>
        <FilePart
          inspected={inspected}
          masksVerbatims={plan.masksVerbatims}
          onChoose={(choices) => change({ choices: { ...draft.choices, ...choices } })}
          onMask={(masksVerbatims) => change({ edits: { ...draft.edits, masksVerbatims } })}
        />
      </WizardPart>
      <WizardPart number={2} title={t('columnsTitle')} lead={t('columnsLead')}>
        <ColumnList
          found={inspected.plan}
          plan={plan}
          rows={inspected.rows}
          onEdit={(column) => change({ edits: editColumn(draft.edits, column) })}
        />
      </WizardPart>
      <WizardPart number={3} title={t('previewTitle')} lead={t('previewLead')} isBusy={preview.isReading && isReadable}>
        <PreviewPart plan={plan} rows={preview.rows} raw={inspected.rows} error={preview.error} isReadable={isReadable} />
      </WizardPart>
      <ImportPart file={file} source={source} plan={plan} blockers={blockers} isLooking={isLooking} onBegun={forget} />
    </div>
  );
}
