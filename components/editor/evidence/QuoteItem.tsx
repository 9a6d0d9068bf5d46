'use client';

import { Check, Link2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useDayText } from '@/components/evidence/DayText';
import { IconButton } from '@/components/ui/IconButton';
import { evidenceKey } from '@/lib/map/evidenceLink';
import { targetKey } from '@/lib/map/listLinks';
import { useEditor } from '../session/EditorContext';
import type { Answer, SourceToAsk } from './evidenceRequests';
import type { Linkable } from './linkable';
import { useLinking } from './useLinking';
import { useLinks } from './useLinks';
import { useTarget } from './useTarget';
import { useTargetName } from './useTargetName';

type Props = {
  what: Linkable;
  text: string;
  answer: Answer;
  columns: SourceToAsk['columns'];
  /** What was asked, where there are several questions. */
  question: string | null;
};

/** Kind of what is dragged: nothing outside of this page can read it. */
const dragType = 'application/x-wegmarke-evidence';

/** One text of a customer, with when, how they scored, and whether it is linked to what is selected. */
export function QuoteItem({ what, text, answer, columns, question }: Props) {
  const t = useTranslations('evidence.quotes');
  const names = useTranslations('canvas.figures');
  const format = useFormatter();
  const dayText = useDayText();
  const { evidence, canWrite } = useEditor();
  const target = useTarget();
  const nameOf = useTargetName();
  const { link } = useLinking();
  const isLinked = useLinks((links) =>
    links.some((known) => target && targetKey(known.target) === targetKey(target) && evidenceKey(known) === evidenceKey(what)),
  );
  const scores = columns.flatMap(({ number, scale }) => {
    const score = answer.scores[String(number)];
    return scale && score !== undefined ? [`${scale.metric.toUpperCase()} ${format.number(score)}`] : [];
  });
  const date = answer.day === null ? [] : [dayText(answer.day)];
  const about = [...date, ...scores, ...Object.values(answer.dimensions)];
  return (
    <li
      draggable={canWrite}
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, '');
        event.dataTransfer.effectAllowed = 'link';
        evidence.getState().drag(what);
      }}
      onDragEnd={() => evidence.getState().drag(null)}
      className="flex items-start gap-2 border-evidence border-l-2 pl-3 data-[draggable=true]:cursor-grab"
      data-draggable={canWrite}
    >
      <div className="min-w-0 flex-1">
        {question === null ? null : <p className="text-ink-faint text-xs">{question}</p>}
        <blockquote className="whitespace-pre-wrap break-words text-sm italic">{names('quoted', { text })}</blockquote>
        {about.length > 0 ? <p className="mt-0.5 text-ink-soft text-xs">{about.join(' · ')}</p> : null}
      </div>
      {canWrite ? (
        <IconButton
          size="sm"
          label={target === null ? t('linkNowhere') : t(isLinked ? 'isLinked' : 'link', { target: nameOf(target) })}
          icon={isLinked ? <Check size={16} /> : <Link2 size={16} />}
          aria-disabled={target === null || isLinked || undefined}
          onClick={() => {
            if (target && !isLinked) link(target, what);
          }}
        />
      ) : null}
    </li>
  );
}
