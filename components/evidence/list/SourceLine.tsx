'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/Badge';
import { RelativeTime } from '@/components/ui/Time';
import { DayText } from '../DayText';
import { FigureLine } from '../FigureLine';
import { OpenImportLine } from '../imports/OpenImportLine';
import type { OpenImport } from '../imports/openImport';
import { SourceMenu } from '../SourceMenu';
import { type ListedSource, pathOfSource } from '../source';
import { useKindName } from '../useKindName';

type Props = {
  source: ListedSource;
  files: readonly OpenImport[];
  mayManage: boolean;
  onEdit: () => void;
  onDelete: () => void;
};

/** So many scores of a source stand in the list; the others on its own page. */
const mostScores = 4;

/** One source in the list: what it is, how much is in it, from when, and what it says. */
export function SourceLine({ source, files, mayManage, onEdit, onDelete }: Props) {
  const t = useTranslations('evidencePages.source');
  const kindName = useKindName();
  const path = pathOfSource(source);
  const { answers, days, lastImport, scores } = source;
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-8 gap-y-3 py-5 md:grid-cols-[1fr_22rem_auto]">
      <div className="min-w-0">
        <h2 className="break-words font-semibold text-lg">
          <Link href={path} className="no-underline hover:underline">
            {source.name}
          </Link>
        </h2>
        <p className="mt-1 mb-2">
          <Badge>{kindName(source)}</Badge>
        </p>
        <p className="text-ink-soft text-sm">
          {answers > 0 || lastImport ? t('answers', { count: answers }) : null}
          {days ? (
            <>
              {' · '}
              {t.rich('period', { first: () => <DayText day={days.first} />, last: () => <DayText day={days.last} /> })}
            </>
          ) : null}
          {lastImport ? (
            <>
              {' · '}
              {t.rich('lastImport', { time: () => <RelativeTime iso={lastImport} /> })}
            </>
          ) : null}
        </p>
        {files.length > 0 ? (
          <ul className="mt-3 space-y-2">
            {files.map((file) => (
              <OpenImportLine key={file.id} file={file} path={`${path}/files/${file.id}`} />
            ))}
          </ul>
        ) : null}
      </div>
      {scores.length > 0 ? (
        <ul className="space-y-1 max-md:order-1 max-md:col-span-2" aria-label={t('scores')}>
          {scores.slice(0, mostScores).map(({ number, label, figure }) => (
            <FigureLine key={number} label={label} figure={figure} />
          ))}
          {scores.length > mostScores ? (
            <li className="text-ink-soft text-sm">{t('moreScores', { count: scores.length - mostScores })}</li>
          ) : null}
        </ul>
      ) : (
        <p className="text-ink-faint text-sm max-md:order-1 max-md:col-span-2">{answers > 0 ? t('noScores') : t('noAnswers')}</p>
      )}
      {mayManage ? (
        <div className="-mt-1">
          <SourceMenu source={source} onEdit={onEdit} onDelete={onDelete} />
        </div>
      ) : null}
    </li>
  );
}
