import { useFormatter, useTranslations } from 'use-intl';
import type { RankedCard } from '@/lib/workshop/voting/result';
import { KindSign } from '../../canvas/nodes/KindSign';
import { useEditor } from '../../session/EditorContext';

type Props = {
  card: RankedCard;
  /** All votes that were given, and those of the first card. */
  total: number;
  most: number;
  /** Whether it is on the map. */
  isThere: boolean;
};

const narrow = '(max-width: 639px)';

/** One card of a ranking. A press leads to it, as long as it is on the map. */
export function RankedLine({ card, total, most, isThere }: Props) {
  const t = useTranslations('workshop.voting.ranking');
  const kinds = useTranslations('canvas.cardKind');
  const format = useFormatter();
  const { selection, navigation, voting } = useEditor();
  const share = format.number(card.votes / total, { style: 'percent', maximumFractionDigits: 0 });
  const content = (
    <>
      <span className="w-6 shrink-0 text-right font-bold text-base tabular-nums">
        <span className="sr-only">{t('rank')} </span>
        {card.rank}
      </span>
      <span className="min-w-0 flex-1">
        <span className="wrap-anywhere line-clamp-3">
          {card.kind === 'note' ? null : (
            <span className="mr-1.5 inline-flex translate-y-0.5" title={kinds(card.kind)}>
              <KindSign kind={card.kind} />
              <span className="sr-only">{kinds(card.kind)}: </span>
            </span>
          )}
          {card.subject || t('wordless')}
        </span>
        {isThere ? null : <span className="block text-ink-faint text-xs">{t('gone')}</span>}
        <span aria-hidden="true" className="mt-1 block h-1.5 rounded-full bg-surface-sunken">
          <span className="block h-full rounded-full bg-vote" style={{ width: `${(card.votes / most) * 100}%` }} />
        </span>
      </span>
      <span className="shrink-0 text-right text-sm tabular-nums">
        <span className="block font-semibold">{t('votes', { count: card.votes })}</span>
        <span className="text-ink-soft text-xs">{share}</span>
      </span>
    </>
  );
  const look = 'flex w-full items-start gap-3 rounded-md px-2 py-2 text-left';
  return (
    <li>
      {isThere ? (
        <button
          type="button"
          className={`${look} min-h-11 hover:bg-hover`}
          onClick={() => {
            const reference = { type: 'card', id: card.cardId } as const;
            selection.getState().select(reference);
            navigation.goTo(reference);
            // On a phone it would lie over what one has asked for.
            if (window.matchMedia(narrow).matches) voting.getState().show(null);
          }}
        >
          {content}
        </button>
      ) : (
        <div className={look}>{content}</div>
      )}
    </li>
  );
}
