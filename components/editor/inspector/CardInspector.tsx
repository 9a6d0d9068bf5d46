'use client';

import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/Select';
import { deleteCards, setCardColour, setCardEvidenceLevel, setCardKind } from '@/lib/document/operations/cards';
import { type Card, cardKinds } from '@/lib/map/card';
import { noParts } from '@/lib/map/cardParts';
import { useArrangedPart, useEditor } from '../session/EditorContext';
import { CardFiles } from './CardFiles';
import { CardLinks } from './CardLinks';
import { CardTags } from './CardTags';
import { CardVotes } from './CardVotes';
import { ColourChoice } from './ColourChoice';
import { common } from './common';
import { DeleteButton } from './DeleteButton';
import { EvidenceLevelField } from './EvidenceLevelField';
import { FieldLabel } from './FieldLabel';
import { Section } from './Section';
import { TargetEvidence } from './TargetEvidence';
import { TextRow } from './TextRow';

/** One card, or what several have in common. */
export function CardInspector({ cards }: { cards: readonly Card[] }) {
  const t = useTranslations('editor.inspector');
  const kinds = useTranslations('canvas.cardKind');
  const { doc, canWrite } = useEditor();
  const ids = cards.map(({ id }) => id);
  const kind = common(cards.map((card) => card.kind));
  const level = common(cards.map((card) => card.evidenceLevel ?? 'none'));
  const colour = common(cards.map((card) => card.colour ?? 'auto'));
  const [only] = cards;
  const cardParts = useArrangedPart((map) => map.cardParts);
  const parts = cardParts.get(only?.id ?? '') ?? noParts;
  return (
    <>
      <Section>
        {only && cards.length === 1 ? (
          <TextRow
            label={t('cardText')}
            placeholder={t('cardTextHint')}
            rows={3}
            reference={{ type: 'card', id: only.id, field: 'text' }}
          />
        ) : null}
        <Select
          size="sm"
          label={t('cardKind')}
          value={kind ?? ''}
          disabled={!canWrite}
          options={[
            ...(kind === null ? [{ value: '' as const, label: t('various'), disabled: true }] : []),
            ...cardKinds.map((value) => ({ value, label: kinds(value) })),
          ]}
          onChange={(value) => value !== '' && setCardKind(doc, { ids, kind: value })}
        />
        <div>
          <FieldLabel>{t('colourLabel')}</FieldLabel>
          <ColourChoice
            label={t('colourLabel')}
            automatic
            value={colour === 'auto' ? null : colour}
            disabled={!canWrite}
            onChange={(next) => setCardColour(doc, { ids, colour: next })}
          />
        </div>
        <EvidenceLevelField
          value={level ?? 'various'}
          none={t('evidenceNone')}
          disabled={!canWrite}
          onChange={(next) => setCardEvidenceLevel(doc, { ids, evidenceLevel: next === 'none' ? null : next })}
        />
      </Section>
      {only && cards.length === 1 ? <CardVotes card={only} /> : null}
      <CardTags cards={cards} parts={cardParts} />
      {only && cards.length === 1 ? (
        <>
          <CardLinks cardId={only.id} links={parts.links} />
          <CardFiles cardId={only.id} parts={parts} />
          <TargetEvidence target={{ type: 'card', id: only.id }} />
        </>
      ) : null}
      <DeleteButton label={t('cardsDelete', { count: cards.length })} onDelete={() => deleteCards(doc, { ids })} />
    </>
  );
}
