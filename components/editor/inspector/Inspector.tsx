'use client';

import { CardInspector } from './CardInspector';
import { LaneInspector } from './LaneInspector';
import { MapInspector } from './MapInspector';
import { SeveralInspector } from './SeveralInspector';
import { StageInspector } from './StageInspector';
import { StepInspector } from './StepInspector';
import type { Subject } from './subject';
import { TransitionInspector } from './TransitionInspector';

/** The fields of what is selected; of the map when nothing is. */
export function Inspector({ subject }: { subject: Subject }) {
  switch (subject.type) {
    case 'map':
      return <MapInspector />;
    case 'step':
      return <StepInspector step={subject.step} />;
    case 'stage':
      return <StageInspector stage={subject.stage} />;
    case 'lane':
      return <LaneInspector lane={subject.lane} />;
    case 'transition':
      return <TransitionInspector transition={subject.transition} />;
    case 'several':
      return <SeveralInspector steps={subject.steps} cards={subject.cards} />;
    case 'cards':
      return <CardInspector cards={subject.cards} />;
  }
}
