'use client';

import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { z } from 'zod';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { requestJson } from '@/components/workspace/request';
import { useWork } from '@/components/workspace/useWork';
import { AnswerLine } from '../answers/AnswerLine';
import { type FoundAnswer, type KnownSource, toPersonCsv, toPersonJson } from './personFile';
import { saveFile } from './saveFile';

type Props = {
  workspaceId: string;
  identifier: string;
  found: readonly FoundAnswer[];
  /** Whether that is all: of very many answers the first thousand are told. */
  isComplete: boolean;
  sources: readonly KnownSource[];
  onErased: () => void;
};

const erasedSchema = z.object({ erased: z.number() });
const shownAnswers = 50;

/** What is stored about a person, to be taken along or erased. Erasing is offered where nothing is found as well: rows to come are refused then. */
export function FoundPerson({ workspaceId, identifier, found, isComplete, sources, onErased }: Props) {
  const t = useTranslations('evidencePages.privacy');
  const { busyId, run } = useWork();
  const [isAsking, setAsking] = useState(false);
  const [erased, setErased] = useState<number | null>(null);
  const name = t('fileName');
  const erase = async () => {
    await run('erase', async () => {
      const path = `/api/v1/workspaces/${workspaceId}/evidence/person/erase`;
      setErased((await requestJson('POST', path, erasedSchema, { identifier })).erased);
      onErased();
    });
    setAsking(false);
  };
  const heads = { source: t('heads.source'), time: t('heads.time'), what: t('heads.what'), value: t('heads.value') };
  const here = sources.filter(({ id }) => found.some(({ sourceId }) => sourceId === id));
  return (
    <div className="space-y-5">
      <p role="status" className="font-semibold">
        {erased !== null
          ? t('erased', { count: erased })
          : t('found', { count: found.length, sources: here.length, isComplete: isComplete ? 'yes' : 'no' })}
      </p>
      {found.length === 0 && erased === null ? <Banner>{t('nothingHint')}</Banner> : null}
      {erased === null ? (
        <div className="flex flex-wrap gap-2">
          {found.length > 0 ? (
            <>
              <Button
                icon={<Download size={16} aria-hidden="true" />}
                onClick={() => saveFile(`${name}.json`, 'application/json', toPersonJson(found, sources))}
              >
                {t('asJson')}
              </Button>
              <Button
                icon={<Download size={16} aria-hidden="true" />}
                onClick={() => saveFile(`${name}.csv`, 'text/csv;charset=utf-8', toPersonCsv(found, sources, heads))}
              >
                {t('asCsv')}
              </Button>
            </>
          ) : null}
          <Button variant="danger" icon={<Trash2 size={16} aria-hidden="true" />} onClick={() => setAsking(true)}>
            {t('erase')}
          </Button>
        </div>
      ) : null}
      {here.map((source) => {
        const answers = found.filter(({ sourceId }) => sourceId === source.id);
        return (
          <section key={source.id} aria-label={source.name}>
            <h3 className="font-semibold">{source.name}</h3>
            <ul className="divide-y divide-line">
              {answers.slice(0, shownAnswers).map(({ answer }) => (
                <AnswerLine key={answer.id} answer={answer} columns={source.columns} sourceId={source.id} />
              ))}
            </ul>
            {answers.length > shownAnswers ? (
              <p className="text-ink-soft text-sm">{t('moreInFile', { count: answers.length - shownAnswers })}</p>
            ) : null}
          </section>
        );
      })}
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('eraseTitle')}
        description={t('eraseText', { identifier, count: found.length, isComplete: isComplete ? 'yes' : 'no' })}
        confirmLabel={t('eraseConfirm')}
        danger
        busy={busyId !== null}
        onConfirm={() => void erase()}
      />
    </div>
  );
}
