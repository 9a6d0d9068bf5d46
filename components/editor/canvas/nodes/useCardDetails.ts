import { useFormatter, useTranslations } from 'use-intl';
import { wordsOf } from '@/lib/map/layout/textBlock';
import type { CardLayout } from '@/lib/map/layout/types';

/** What a card is and carries beside its words, as a part of its name; empty for a plain note. */
export function useCardDetails(card: CardLayout): string {
  const t = useTranslations('cardParts.card');
  const kinds = useTranslations('canvas.cardKind');
  const votes = useTranslations('canvas');
  const format = useFormatter();
  const list = (names: readonly string[]) => ({ count: names.length, names: format.list([...names], { type: 'unit' }) });
  return [
    card.kind === 'note' ? '' : kinds(card.kind),
    card.pictures.length > 0 ? t('pictures', list(card.pictures.map(({ alt }) => alt))) : '',
    card.tags.length > 0 ? t('tags', list(card.tags.map(({ tag }) => tag))) : '',
    card.files.length > 0 ? t('files', list(card.files.map(({ name }) => name))) : '',
    card.links.length > 0 ? t('links', list(card.links.map(({ text }) => wordsOf(text)))) : '',
    card.votes ? votes('votes', { count: card.votes.count }) : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}
