'use client';

import { useStore as useFlowStore } from '@xyflow/react';
import { ZoomIn } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { type Ballot, firstWithoutVote } from '../../workshop/voting/ballotOf';
import { useBallot } from '../../workshop/voting/useBallot';
import { useCanvas, useMapIndex } from '../CanvasContext';
import { votesReadableFrom } from './VoteSigns';

/** How close one comes to a card to vote for it. */
const near = 1;

/** Over a map that is too far away to vote on: that the framed cards are what is voted on, and the way to them. */
export function VoteHint() {
  const ballot = useBallot();
  const isFar = useFlowStore(({ transform: [, , zoom] }) => zoom < votesReadableFrom);
  return ballot && isFar && ballot.left > 0 ? <Hint ballot={ballot} /> : null;
}

function Hint({ ballot }: { ballot: Ballot }) {
  const t = useTranslations('workshop.voting.far');
  const { view } = useCanvas();
  const index = useMapIndex();
  const card = index.cards.get(firstWithoutVote(ballot) ?? '');
  if (!card) return null;
  return (
    <div className="map-vote-hint" data-covers-map data-own-pointer>
      <div>
        <span role="status">{t('hint')}</span>
        <Button size="sm" icon={<ZoomIn size={16} aria-hidden="true" />} onClick={() => view.centre(card.box, near)}>
          {t('show')}
        </Button>
      </div>
    </div>
  );
}
