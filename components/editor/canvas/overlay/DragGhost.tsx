'use client';

import type { Box, CardLayout, TextBlock } from '@/lib/map/layout/types';
import { type MapReference, referenceKey } from '../../reference';
import { useMapIndex } from '../CanvasContext';
import type { MapIndex } from '../geometry/mapIndex';
import { cardBorder, mapColour } from '../mapColour';
import { CardPartsView } from '../nodes/CardPartsView';
import { TextLines } from '../nodes/TextLines';

type Look = { box: Box; text: TextBlock; background: string; border: string; radius: number; card?: CardLayout };

function findLook(index: MapIndex, reference: MapReference): Look | null {
  const plain = { background: 'var(--surface-raised)', border: 'var(--line)', radius: 8 };
  switch (reference.type) {
    case 'card': {
      const card = index.cards.get(reference.id);
      const radius = card?.shape === 'pill' ? 18 : 6;
      return card
        ? { box: card.box, text: card.text, background: mapColour(card.colour), border: cardBorder(card.colour), radius, card }
        : null;
    }
    case 'touchpoint': {
      const chip = index.touchpoints.get(reference.id);
      return chip ? { box: chip.box, text: chip.text, ...plain, radius: 18 } : null;
    }
    case 'step': {
      const step = index.stepById.get(reference.id);
      return step ? { box: step.box, text: step.title, ...plain } : null;
    }
    case 'stage': {
      const stage = index.stageById.get(reference.id);
      return stage ? { box: stage.box, text: stage.title, ...plain, background: 'var(--band)', radius: 4 } : null;
    }
    case 'lane': {
      const lane = index.laneById.get(reference.id);
      return lane ? { box: lane.header, text: lane.title, ...plain } : null;
    }
    default:
      return null;
  }
}

type Props = { reference: MapReference; box: Box; colour?: string; name?: string };

/** Something in the hand: what it is, at another place. In a person's colour, and with their name, when another person carries it. */
export function DragGhost({ reference, box, colour, name = '' }: Props) {
  const look = findLook(useMapIndex(), reference);
  if (!look) {
    return colour ? (
      <div className="map-ghost" style={{ ...placeOf(box), borderRadius: 999, borderColor: colour, background: 'none' }} />
    ) : null;
  }
  return (
    <div
      className="map-ghost"
      style={{ ...placeOf(box), background: look.background, borderColor: colour ?? look.border, borderRadius: look.radius }}
      data-carried={colour ? referenceKey(reference) : undefined}
    >
      {look.card ? (
        <div className="map-ghost-parts">
          <CardPartsView card={look.card} />
        </div>
      ) : null}
      {name === '' ? null : (
        <span className="map-presence-name" style={{ background: colour }}>
          {name}
        </span>
      )}
      <TextLines text={look.text} origin={{ x: look.box.x + 1, y: look.box.y + 1 }} />
    </div>
  );
}

function placeOf({ x, y, width, height }: Box) {
  return { left: x, top: y, width, height };
}
