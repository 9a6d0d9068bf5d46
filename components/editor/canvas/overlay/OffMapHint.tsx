import { useTranslations } from 'use-intl';
import type { MapReference } from '../../reference';
import { useArrangedPart } from '../../session/EditorContext';

/** Under a text that is open while what it belongs to has gone from the map: where its words are kept. */
export function OffMapHint({ reference }: { reference: MapReference }) {
  const t = useTranslations('editor.canvas.offMap');
  const isUnplaced = useArrangedPart((map) => map.unplacedCards).some(
    ({ id }) => reference.type === 'card' && id === reference.id,
  );
  return (
    <p role="status" className="map-editor-hint">
      {t(isUnplaced ? 'unplaced' : 'gone')}
    </p>
  );
}
