'use client';

import { useStore as useFlowStore } from '@xyflow/react';
import { type MouseEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { CardLayout } from '@/lib/map/layout/types';
import { primaryOf } from '../../selection';
import { useEditor } from '../../session/EditorContext';
import { type Ballot, nextCount } from '../../workshop/voting/ballotOf';
import { useBallot, useGive } from '../../workshop/voting/useBallot';
import { VoteControl } from '../../workshop/voting/VoteControl';
import { VoteDots } from '../../workshop/voting/VoteDots';
import { useMapIndex } from '../CanvasContext';
import type { MapIndex } from '../geometry/mapIndex';
import { listVisible, maxNodesInView, windowOf } from '../geometry/visible';

/** Further out than this, one's own dots are shown and what is voted on is framed: nobody can read what they would vote for. */
export const votesReadableFrom = 0.45;
const mostGrown = 1.25;
/** So many cards are framed at most. */
const mostFrames = 1_000;
/** Milliseconds in which two taps are one double tap: its second one is not meant for the buttons that the first one brought. */
const doubleTap = 400;

/** While a vote is open: one's own dots on the cards, and on the one that was pressed, is selected or under the mouse the buttons that give them. */
export function VoteSigns() {
  const ballot = useBallot();
  return ballot ? <Signs ballot={ballot} /> : null;
}

function Signs({ ballot }: { ballot: Ballot }) {
  const index = useMapIndex();
  const { selection } = useEditor();
  const key = useFlowStore(({ transform: [x, y, zoom], width, height }) => {
    const window = windowOf({ x, y, zoom }, { width, height });
    return `${window.x} ${window.y} ${window.width} ${window.height}`;
  });
  const scale = useFlowStore(({ transform: [, , zoom] }) => Math.min(mostGrown, Math.max(1, Math.round(4 / zoom) / 4)));
  const isReadable = useFlowStore(({ transform: [, , zoom] }) => zoom >= votesReadableFrom);
  const hovered = useStore(selection, (state) => (state.hovered?.type === 'card' ? state.hovered.id : null));
  const selected = useStore(selection, (state) => {
    const at = primaryOf(state);
    return at?.type === 'card' ? at.id : null;
  });
  const editing = useStore(selection, (state) => (state.editing?.type === 'card' ? state.editing.id : null));
  // Whose ring was pressed, as long as nothing else is selected: voting leaves what one works on as it is.
  const [pressed, setPressed] = useState<{ id: string; beside: string | null } | null>(null);
  const beside = useRef(selected);
  beside.current = selected;
  const onPress = useCallback((id: string) => setPressed({ id, beside: beside.current }), []);
  // A mouse goes on to the next card; fingers hover over nothing.
  useEffect(() => {
    if (hovered !== null) setPressed((before) => (before?.id === hovered ? before : null));
  }, [hovered]);
  const pressedId = pressed && pressed.beside === selected ? pressed.id : null;
  const [x = 0, y = 0, width = 0, height = 0] = key.split(' ').map(Number);
  const shown = useMemo((): readonly CardLayout[] => {
    if (isReadable) {
      const inView = listVisible(index, { x, y, width, height }).cards.filter(({ id }) => ballot.canVoteFor(id));
      if (inView.length <= maxNodesInView) return inView;
    }
    // The whole map may be in view: only what has dots is looked at.
    return Object.keys(ballot.mine).flatMap((id) => index.cards.get(id) ?? []);
  }, [index, ballot, isReadable, x, y, width, height]);
  const asked = [hovered, selected, pressedId].flatMap((id) =>
    id !== null && ballot.canVoteFor(id) ? (index.cards.get(id) ?? []) : [],
  );
  return (
    <>
      {isReadable ? null : <Frames index={index} ballot={ballot} />}
      {[...new Set([...shown, ...asked])].map((card) =>
        card.id === editing ? null : (
          <VoteAt
            key={card.id}
            card={card}
            text={index.cardRecords.get(card.id)?.text ?? ''}
            ballot={ballot}
            scale={scale}
            isAsked={isReadable && asked.includes(card)}
            onPress={onPress}
          />
        ),
      )}
    </>
  );
}

/** Frames around what is voted on, for the eye. */
function Frames({ index, ballot }: { index: MapIndex; ballot: Ballot }) {
  return [...ballot.candidates].slice(0, mostFrames).map((id) => {
    const box = index.cards.get(id)?.box;
    return box ? (
      <div
        key={id}
        aria-hidden="true"
        data-vote-frame={id}
        className="map-vote-frame"
        style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      />
    ) : null;
  });
}

type At = {
  card: CardLayout;
  text: string;
  ballot: Ballot;
  scale: number;
  isAsked: boolean;
  /** Called with the card whose ring was pressed. */
  onPress: (cardId: string) => void;
};

/** What is on one card. Renders again only with what it shows: there are hundreds of them, and the mouse passes over them all. */
const VoteAt = memo(function VoteAt({ card: { id, box }, text, ballot, scale, isAsked, onPress }: At) {
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (isAsked) askedAt.current = performance.now();
  }, [isAsked]);
  return (
    <div
      className="map-vote nopan"
      onClickCapture={(event) => {
        if (isTap(event) && performance.now() - askedAt.current < doubleTap) event.stopPropagation();
      }}
      data-own-pointer
      data-keep-hover
      style={{ left: box.x + box.width - 6, top: box.y + box.height, scale }}
    >
      {isAsked ? (
        <VoteControl ballot={ballot} card={{ id, text }} tabIndex={-1} />
      ) : (
        <Sign ballot={ballot} cardId={id} count={ballot.mine[id] ?? 0} onPress={onPress} />
      )}
    </div>
  );
});

const isTap = ({ nativeEvent }: MouseEvent): boolean => 'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch';

type SignProps = Pick<At, 'ballot' | 'onPress'> & { cardId: string; count: number };

/** One's dots on a card, or an empty one: a press gives the first, and brings the buttons for more. */
function Sign({ ballot, cardId, count, onPress }: SignProps) {
  const t = useTranslations('workshop.voting.control');
  const give = useGive();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      title={count === 0 ? t('vote') : undefined}
      className="map-vote-sign"
      data-given={count || undefined}
      data-vote-sign={cardId}
      onClick={() => {
        onPress(cardId);
        const next = count === 0 ? nextCount(ballot, cardId, 1) : null;
        if (next !== null) give(ballot.round.id, cardId, next);
      }}
    >
      <VoteDots given={count} total={Math.max(1, count)} className="flex-nowrap" />
    </button>
  );
}
