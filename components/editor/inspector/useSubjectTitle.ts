'use client';

import { useTranslations } from 'use-intl';
import { useMapPart } from '../session/EditorContext';
import type { Subject } from './subject';

/** What stands over a subject: its kind ("Step 5") and its name ("Wartet in der Warteschleife"). */
export function useSubjectTitle(subject: Subject): { kind: string; name: string } {
  const t = useTranslations('editor.inspector');
  const kinds = useTranslations('canvas.laneKind');
  const mapTitle = useMapPart(({ meta }) => meta.title);
  switch (subject.type) {
    case 'map':
      return { kind: t('mapHeading'), name: mapTitle || t('mapUnnamed') };
    case 'step':
      return { kind: t('stepNumber', { number: subject.step.number }), name: subject.step.title || t('stepUnnamed') };
    case 'stage':
      return { kind: t('stage'), name: subject.stage.title || t('stageUnnamed') };
    case 'lane':
      return { kind: t('lane'), name: subject.lane.title || kinds(subject.lane.kind) };
    case 'transition':
      return { kind: t('transition'), name: subject.transition.label || t(`transitionKinds.${subject.transition.kind}`) };
    case 'several': {
      const [steps, cards] = [subject.steps.length, subject.cards.length];
      return { kind: t('selection'), name: t('several', { steps, cards, both: String(steps > 0 && cards > 0) }) };
    }
    case 'cards': {
      const [only] = subject.cards;
      const name = subject.cards.length === 1 && only ? only.text || t('cardEmpty') : t('cards', { count: subject.cards.length });
      return { kind: subject.cards.length === 1 ? t('card') : t('selection'), name };
    }
  }
}
