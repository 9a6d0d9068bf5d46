'use client';

import { Link2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Spinner } from '@/components/ui/Spinner';
import { evidenceKey } from '@/lib/map/evidenceLink';
import { targetKey } from '@/lib/map/listLinks';
import { useEditor } from '../session/EditorContext';
import { evidenceRequests, type Suggestion } from './evidenceRequests';
import { useFilterWords } from './useFilterWords';
import { useLinking } from './useLinking';
import { useLinks } from './useLinks';
import { useSources } from './useSources';
import { useTargetName } from './useTargetName';

/** What could be linked where, by names and words. A person confirms each; nothing is linked by itself. */
export function SuggestionList() {
  const t = useTranslations('evidence.suggestions');
  const { session, workspaceId } = useEditor();
  const [found, setFound] = useState<Suggestion[] | 'failed' | null>(null);
  const sources = useSources(workspaceId);
  const sourceIds = sources?.map(({ id }) => id).join(' ') ?? null;
  // Links that are made or taken off change what is left to suggest.
  const linked = useLinks((links) => links.map((link) => `${targetKey(link.target)} ${evidenceKey(link)}`).join('\n'));
  useEffect(() => {
    if (sourceIds === null) return;
    let isOver = false;
    const { suggest } = evidenceRequests(session.mapId);
    const ids = sourceIds.split(' ').filter((id) => id !== '');
    Promise.all(ids.map(suggest)).then(
      (lists) => !isOver && setFound(lists.flat()),
      () => !isOver && setFound('failed'),
    );
    return () => {
      isOver = true;
    };
  }, [session.mapId, sourceIds]);
  if (found === null) return <Spinner className="mx-auto my-8" />;
  if (found === 'failed') return <p className="px-4 py-4 text-ink-soft text-sm">{t('failed')}</p>;
  const known = new Set(linked.split('\n'));
  const left = found.filter(({ stepId, sourceId, filter }) => {
    return !known.has(`${targetKey({ type: 'step', id: stepId })} ${evidenceKey({ sourceId, filter })}`);
  });
  if (left.length === 0) return <p className="px-4 py-4 text-ink-soft text-sm">{t('none')}</p>;
  return (
    <div className="px-4 py-3">
      <p className="mb-2 text-ink-soft text-sm">{t('lead')}</p>
      <ul className="flex flex-col divide-y divide-line">
        {left.map((suggestion) => (
          <SuggestionItem
            key={`${suggestion.stepId} ${evidenceKey(suggestion)}`}
            suggestion={suggestion}
            source={sources?.find(({ id }) => id === suggestion.sourceId)?.name ?? ''}
          />
        ))}
      </ul>
    </div>
  );
}

function SuggestionItem({ suggestion, source }: { suggestion: Suggestion; source: string }) {
  const t = useTranslations('evidence.suggestions');
  const { canWrite } = useEditor();
  const { link } = useLinking();
  const { wordsOf } = useFilterWords();
  const nameOf = useTargetName();
  const { stepId, sourceId, filter, answers, reason } = suggestion;
  const target = { type: 'step', id: stepId } as const;
  return (
    <li className="py-3">
      <p className="font-semibold text-sm">{nameOf(target)}</p>
      <p className="text-sm">
        {source}: {wordsOf({ filter })} <span className="text-ink-soft">({t('answers', { count: answers })})</span>
      </p>
      <p className="text-ink-soft text-xs">
        {t(`reason.${reason.kind}`, { value: filter.touchpoint ?? filter.channel ?? '', matched: reason.said })}
      </p>
      {canWrite ? (
        <Button
          size="sm"
          className="mt-2"
          icon={<Link2 size={16} aria-hidden="true" />}
          onClick={() => link(target, { sourceId, filter })}
        >
          {t('link')}
        </Button>
      ) : null}
    </li>
  );
}
