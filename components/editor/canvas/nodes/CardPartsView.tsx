import { useTranslations } from 'use-intl';
import { partSignSize } from '@/lib/map/layout/cardParts';
import { cardSignSize, kindSigns, partSigns } from '@/lib/map/layout/cardSigns';
import { voteRadius } from '@/lib/map/layout/cardVotes';
import { wordsOf } from '@/lib/map/layout/textBlock';
import type { Box, CardLayout, Point, VotesLayout } from '@/lib/map/layout/types';
import { fileAddress } from '../../files/fileAddress';
import { useEditor } from '../../session/EditorContext';
import { TextLines } from './TextLines';

type Props = { card: CardLayout };

const toStyle = (box: Box, origin: Point) => ({
  left: box.x - origin.x,
  top: box.y - origin.y,
  width: box.width,
  height: box.height,
});

function Sign({ data, at, origin, size, colour }: { data: string; at: Point; origin: Point; size: number; colour: string }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox={`0 0 ${cardSignSize} ${cardSignSize}`}
      className="map-drawing"
      style={{ left: at.x - origin.x, top: at.y - origin.y }}
    >
      <path d={data} fill="none" stroke={colour} strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** A card's pictures. They answer to the pointer as the card does, and are opened by a click (interaction/usePointer.ts). */
function Pictures({ card }: Props) {
  const { session } = useEditor();
  return card.pictures.map(({ id, fileId, box, alt }) => (
    <span key={id} data-picture={id} className="map-picture" style={toStyle(box, card.box)} title={alt}>
      <svg aria-hidden="true" width={cardSignSize} height={cardSignSize} className="map-picture-sign">
        <path d={partSigns.picture} fill="none" stroke="var(--ink-muted)" strokeWidth={1.25} strokeLinejoin="round" />
      </svg>
      {/* biome-ignore lint/performance/noImgElement: the picture comes from our own route, which asks who is looking. */}
      <img
        src={fileAddress(session.mapId, fileId, 'small')}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
        // The sign behind it says that there was a picture.
        onError={({ currentTarget }) => {
          currentTarget.hidden = true;
        }}
      />
    </span>
  ));
}

function Files({ card }: Props) {
  const t = useTranslations('cardParts.files');
  const { session } = useEditor();
  return card.files.map(({ id, fileId, name, box }) => (
    <a
      key={id}
      href={fileAddress(session.mapId, fileId, 'save')}
      download={name}
      tabIndex={-1}
      draggable={false}
      className="map-part-link"
      style={toStyle(box, card.box)}
    >
      <span className="sr-only">{t('save', { name })}</span>
    </a>
  ));
}

function Links({ card }: Props) {
  const t = useTranslations('cardParts.links');
  return card.links.map(({ id, address, box, text }) =>
    address === null ? null : (
      <a
        key={id}
        href={address}
        target="_blank"
        rel="noopener noreferrer"
        title={address}
        tabIndex={-1}
        draggable={false}
        className="map-part-link"
        style={toStyle(box, card.box)}
      >
        <span className="sr-only">{t('open', { label: wordsOf(text) })}</span>
      </a>
    ),
  );
}

/** What a vote gave the card; its name says the number (useCardDetails). */
function Votes({ votes, origin }: { votes: VotesLayout; origin: Point }) {
  return (
    <>
      <span aria-hidden="true" className="map-votes" data-votes={votes.count}>
        {votes.dots.map(({ x, y }) => (
          <span key={x} style={{ left: x - voteRadius - origin.x, top: y - voteRadius - origin.y }} />
        ))}
      </span>
      <TextLines text={votes.text} origin={origin} colour="var(--ink)" />
    </>
  );
}

/** The sign of the card's kind, and what it carries beside its text. */
export function CardPartsView({ card }: Props) {
  const { box: origin, signAt } = card;
  const sign = kindSigns[card.kind];
  return (
    <>
      {sign && signAt ? <Sign data={sign} at={signAt} origin={origin} size={cardSignSize} colour="var(--ink-soft)" /> : null}
      {card.pictures.length > 0 ? <Pictures card={card} /> : null}
      {card.tags.map(({ tag, box, text }) => (
        <span key={tag} aria-hidden="true" className="map-tag" style={toStyle(box, origin)}>
          <TextLines text={text} origin={box} colour="var(--ink-soft)" />
        </span>
      ))}
      {card.files.map(({ id, signAt: at, text }) => (
        <span key={id}>
          <Sign data={partSigns.file} at={at} origin={origin} size={partSignSize} colour="var(--ink-soft)" />
          <TextLines text={text} origin={origin} colour="var(--ink-soft)" />
        </span>
      ))}
      {card.links.map(({ id, signAt: at, text }) => (
        <span key={id}>
          <Sign data={partSigns.link} at={at} origin={origin} size={partSignSize} colour="var(--evidence)" />
          <TextLines text={text} origin={origin} colour="var(--evidence)" />
        </span>
      ))}
      {card.votes ? <Votes votes={card.votes} origin={origin} /> : null}
      {card.files.length > 0 ? <Files card={card} /> : null}
      {card.links.length > 0 ? <Links card={card} /> : null}
    </>
  );
}
