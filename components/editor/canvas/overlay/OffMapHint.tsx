import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { MapReference } from '../../reference';
import { useArrangedPart } from '../../session/EditorContext';
import { useCanvas, useMapIndex } from '../CanvasContext';

/** Under a text that is open while what it belongs to has gone from the map: where its words are kept. */
export function OffMapHint({ reference }: { reference: MapReference }) {
  const t = useTranslations('editor.canvas.offMap');
  const { announce } = useCanvas();
  const { cardRecords } = useMapIndex();
  const unplaced = useArrangedPart((map) => map.unplacedCards);
  const id = reference.type === 'card' ? reference.id : '';
  const sentence = t(unplaced.some((card) => card.id === id) ? 'unplaced' : cardRecords.has(id) ? 'folded' : 'gone');
  // By the canvas: a live region that comes with its words is not read out.
  useEffect(() => announce(sentence), [announce, sentence]);
  return <p className="map-editor-hint">{sentence}</p>;
}
