'use client';

import { useTranslations } from 'use-intl';
import { ContextMenuChoice, ContextMenuSeparator, ContextMenuSub } from '@/components/ui/ContextMenu';
import { setCardColour, setCardEvidenceLevel, setCardKind } from '@/lib/document/operations/cards';
import { cardKinds } from '@/lib/map/card';
import { evidenceLevels } from '@/lib/map/evidenceLevel';
import { cardColours } from '@/lib/map/layout/palette';
import { selectedCards } from '../../commands/targets';
import { useCanvas } from '../CanvasContext';
import { mapColour } from '../mapColour';
import { KindSign } from '../nodes/KindSign';
import { ClipboardItems } from './ClipboardItems';
import { CommandItem } from './CommandItem';
import { selectionLock } from './selectionLock';

const colours = ['auto', ...cardColours] as const;

/** The menu of one or more cards. */
export function CardItems() {
  const t = useTranslations('editor.canvas.menu');
  const kinds = useTranslations('canvas.cardKind');
  const levels = useTranslations('canvas.evidenceLevel');
  const { context: read } = useCanvas();
  const context = read();
  const ids = selectedCards(context);
  const card = ids.length > 0 ? context.index.cardRecords.get(ids.at(-1) ?? '') : undefined;
  const { doc } = context;
  const isLocked = selectionLock(context) !== null;
  const isVotedOn = context.voting.getState().votes.open !== null;
  return (
    <>
      <CommandItem id="edit" />
      <CommandItem id="addCard" />
      <CommandItem id="addCardAbove" />
      <CommandItem id="addFile" />
      <CommandItem id="showPicture" />
      {isVotedOn ? (
        <>
          <ContextMenuSeparator />
          <CommandItem id="vote" />
          <CommandItem id="takeVote" />
        </>
      ) : null}
      <ContextMenuSeparator />
      {card && context.canWrite ? (
        <>
          <ContextMenuSub label={t('colour')} disabled={isLocked}>
            <ContextMenuChoice
              label={t('colour')}
              value={colours.find((name) => name === card.colour) ?? 'auto'}
              options={colours.map((value) => ({
                value,
                label: t(`colourOf.${value}`),
                icon: <span className="map-swatch" style={{ background: value === 'auto' ? 'transparent' : mapColour(value) }} />,
              }))}
              onChange={(colour) => setCardColour(doc, { ids, colour: colour === 'auto' ? null : colour })}
            />
          </ContextMenuSub>
          <ContextMenuSub label={t('kind')} disabled={isLocked}>
            <ContextMenuChoice
              label={t('kind')}
              value={card.kind}
              options={cardKinds.map((value) => ({ value, label: kinds(value), icon: <KindSign kind={value} /> }))}
              onChange={(kind) => setCardKind(doc, { ids, kind })}
            />
          </ContextMenuSub>
          <ContextMenuSub label={t('evidence')} disabled={isLocked}>
            <ContextMenuChoice
              label={t('evidence')}
              value={card.evidenceLevel ?? ''}
              options={evidenceLevels.map((value) => ({ value, label: levels(value) }))}
              onChange={(evidenceLevel) => {
                const level = evidenceLevels.find((known) => known === evidenceLevel);
                if (level) setCardEvidenceLevel(doc, { ids, evidenceLevel: level });
              }}
            />
          </ContextMenuSub>
          <ContextMenuSeparator />
        </>
      ) : null}
      <ClipboardItems />
      <CommandItem id="duplicate" />
      <CommandItem id="selectAround" />
      <ContextMenuSeparator />
      <CommandItem id="deleteSelection" danger />
    </>
  );
}
