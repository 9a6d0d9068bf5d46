import { useTranslations } from 'use-intl';
import type { MapReference } from '../../reference';
import { useMapIndex } from '../CanvasContext';

/** Name of an open text for screen readers, and what stands in it while it is empty. */
export function useEditorWords(reference: MapReference): { label: string; placeholder: string | undefined } {
  const t = useTranslations('editor.canvas');
  const kinds = useTranslations('canvas.laneKind');
  const index = useMapIndex();
  switch (reference.type) {
    case 'card':
      return { label: t('cardText'), placeholder: t('placeholder.card') };
    case 'step':
      return { label: t('stepTitle'), placeholder: t('placeholder.step') };
    case 'stage':
      return { label: t('stageTitle'), placeholder: t('placeholder.stage') };
    case 'lane': {
      const lane = index.laneById.get(reference.id);
      return { label: t('laneTitle'), placeholder: lane ? kinds(lane.kind) : undefined };
    }
    case 'transition':
      return { label: t('transitionLabel'), placeholder: t('placeholder.transition') };
    case 'meta': {
      const placeholder =
        reference.field === 'persona' || reference.field === 'scenario' ? t(`placeholder.${reference.field}`) : undefined;
      return { label: t(`field.${reference.field}`), placeholder: placeholder ?? t(`field.${reference.field}`) };
    }
    default:
      return { label: t('touchpointText'), placeholder: undefined };
  }
}
