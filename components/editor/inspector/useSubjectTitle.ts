'use client';

import { useTranslations } from 'use-intl';
import type { Subject } from './subject';

/** The heading over a subject: "5 · Wartet in der Warteschleife", "3 cards". */
export function useSubjectTitle(subject: Subject): string {
  const t = useTranslations('editor.inspector');
  const kinds = useTranslations('canvas.laneKind');
  switch (subject.type) {
    case 'map':
      return t('mapHeading');
    case 'step':
      return `${subject.step.number} · ${subject.step.title || t('stepUnnamed')}`;
    case 'stage':
      return subject.stage.title || t('stageUnnamed');
    case 'lane':
      return subject.lane.title || kinds(subject.lane.kind);
    case 'transition':
      return subject.transition.label || t(`transitionKinds.${subject.transition.kind}`);
    case 'cards':
      return subject.cards.length === 1 ? t('card') : t('cards', { count: subject.cards.length });
  }
}
