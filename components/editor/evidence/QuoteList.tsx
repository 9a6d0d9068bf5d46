'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Spinner } from '@/components/ui/Spinner';
import type { LinkFilter } from '@/lib/map/evidenceLink';
import type { Answer, SourceToAsk } from './evidenceRequests';
import { QuoteItem } from './QuoteItem';
import { useAnswers } from './useAnswers';

type Props = { sourceId: string; columns: SourceToAsk['columns']; filter: LinkFilter };

/** What customers wrote, one text after the other: each can be dragged onto the map, or linked to what is selected. */
export function QuoteList({ sourceId, columns, filter }: Props) {
  const t = useTranslations('evidence.quotes');
  const { items, state, hasMore, more } = useAnswers(sourceId, filter);
  const texts = columns.filter(({ kind }) => kind === 'verbatim');
  const quotesOf = (answer: Answer) =>
    texts.flatMap((column) => {
      const text = answer.verbatims[String(column.number)]?.trim();
      return text ? [{ answer, column, text }] : [];
    });
  const quotes = items.flatMap(quotesOf);
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      {quotes.length > 0 ? <p className="text-ink-faint text-xs">{t('drag')}</p> : null}
      <ul aria-label={t('title')} className="flex flex-col gap-3">
        {quotes.map(({ answer, column, text }) => (
          <QuoteItem
            key={`${answer.id} ${column.number}`}
            what={{ sourceId, responseId: answer.id, column: column.number }}
            text={text}
            answer={answer}
            columns={columns}
            question={texts.length > 1 ? column.label : null}
          />
        ))}
      </ul>
      <p role="status" className="text-ink-soft text-sm">
        {state === 'fetching' ? (
          <span className="flex items-center gap-2">
            <Spinner />
            {t('fetching')}
          </span>
        ) : state === 'failed' ? (
          t('failed')
        ) : quotes.length === 0 && !hasMore ? (
          t('none')
        ) : (
          t('shown', { count: quotes.length })
        )}
      </p>
      {hasMore && state !== 'fetching' ? (
        <Button size="sm" onClick={more}>
          {t(state === 'failed' ? 'again' : 'more')}
        </Button>
      ) : null}
    </div>
  );
}
