import { useTranslations } from 'use-intl';
import type { Card } from '@/lib/map/card';
import { linkWords, toLinkAddress } from '@/lib/map/cardLink';
import type { CardParts } from '@/lib/map/cardParts';

/** A card as a line of text, with what it carries. */
export function CardText({ card, parts }: { card: Card; parts: CardParts | undefined }) {
  const t = useTranslations('view.journey');
  const kinds = useTranslations('canvas.cardKind');
  const links = (parts?.links ?? []).flatMap((link) => {
    const address = toLinkAddress(link.address);
    return address === null ? [] : [{ id: link.id, address, words: linkWords(link) }];
  });
  const carried = [
    ...(parts?.pictures ?? []).map(({ id, name }) => ({ id, words: t('picture', { name }) })),
    ...(parts?.files ?? []).map(({ id, name }) => ({ id, words: t('file', { name }) })),
  ];
  return (
    <li className="whitespace-pre-line">
      {card.kind === 'note' ? null : <strong>{kinds(card.kind)}: </strong>}
      {card.text}
      {(parts?.tags ?? []).map((tag) => (
        <span key={tag} className="ml-2 inline-block rounded-full border border-line px-2 text-ink-soft text-sm">
          {tag}
        </span>
      ))}
      {carried.map(({ id, words }) => (
        <span key={id} className="block text-ink-soft text-sm">
          {words}
        </span>
      ))}
      {links.map(({ id, address, words }) => (
        <a key={id} href={address} target="_blank" rel="noopener noreferrer" className="block underline">
          {words}
        </a>
      ))}
    </li>
  );
}
