'use client';

import { Check, CircleDashed, MessageSquareWarning } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { Spinner } from '@/components/ui/Spinner';
import type { Participation } from '@/lib/signOffs/signOffAnswer';
import { useEditor } from '../session/EditorContext';
import { fetchParticipation } from './signOffRequests';
import { useSignOffWords } from './useSignOffWords';

type Row = Participation['departments'][number];

/** Which departments of the map have contributed, commented and signed. */
export function DepartmentTable() {
  const t = useTranslations('signOff');
  const common = useTranslations('common');
  const { session, signOffs } = useEditor();
  const news = useStore(signOffs, (state) => state.news);
  const [found, setFound] = useState<readonly Row[] | 'failed' | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever something has changed, or somebody asks.
  useEffect(() => {
    let isOver = false;
    const set = (next: readonly Row[] | 'failed'): void => {
      if (!isOver) setFound(next);
    };
    fetchParticipation(session.mapId).then(
      ({ departments }) => set(departments),
      () => set('failed'),
    );
    return () => {
      isOver = true;
    };
  }, [session.mapId, news, asked]);
  if (found === null) return <Spinner />;
  if (found === 'failed') {
    return (
      <div role="alert" className="flex flex-wrap items-center gap-3 text-sm">
        {t('failed')}
        <Button size="sm" onClick={() => setAsked(asked + 1)}>
          {common('retry')}
        </Button>
      </div>
    );
  }
  if (found.length === 0) return <p className="text-ink-soft text-sm">{t('noDepartments')}</p>;
  const columns = ['department', 'steps', 'contributed', 'commented', 'signedColumn'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section aria-label={t('departments')} className="overflow-x-auto" tabIndex={0}>
      <table className="w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="py-2 pr-4 text-left align-bottom font-medium text-ink-soft text-xs">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map((row) => (
            <DepartmentRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const cell = 'border-line border-t py-2 pr-4 align-top';

function DepartmentRow({ row }: { row: Row }) {
  const t = useTranslations('signOff');
  const { departmentOf } = useSignOffWords();
  const { steps, changes, comments, signature } = row;
  return (
    <tr>
      <th scope="row" className={`${cell} max-w-48 wrap-anywhere text-left font-semibold`}>
        {departmentOf(row)}
      </th>
      <td className={`${cell} whitespace-nowrap`}>{t('stepsCount', { count: steps })}</td>
      <td className={cell}>{changes > 0 ? <Done text={t('changesCount', { count: changes })} /> : <NotYet />}</td>
      <td className={cell}>{comments > 0 ? <Done text={t('commentsCount', { count: comments })} /> : <NotYet />}</td>
      <td className={cell}>
        {signature === 'signed' ? <Done text={t('decision.signed')} /> : null}
        {signature === 'objected' ? (
          <span className="flex items-center gap-1.5 text-danger">
            <MessageSquareWarning size={16} aria-hidden="true" className="shrink-0" />
            {t('decision.objected')}
          </span>
        ) : null}
        {signature === 'pending' ? (
          <span className="flex items-center gap-1.5 text-ink-soft">
            <CircleDashed size={16} aria-hidden="true" className="shrink-0" />
            {t('decision.pending')}
          </span>
        ) : null}
        {signature === null ? <span className="text-ink-soft">{t('notAsked')}</span> : null}
      </td>
    </tr>
  );
}

function Done({ text }: { text: string }) {
  return (
    <span className="flex items-center gap-1.5 text-success">
      <Check size={16} aria-hidden="true" className="shrink-0" />
      <span className="tabular-nums">{text}</span>
    </span>
  );
}

function NotYet() {
  return <span className="text-ink-soft">{useTranslations('signOff')('notYet')}</span>;
}
