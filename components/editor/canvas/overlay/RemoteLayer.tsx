'use client';

import { useTranslations } from 'use-intl';
import { personLabel } from '../../presence/peopleOf';
import { presenceColour } from '../../presence/presenceColour';
import { useEditor, usePresence } from '../../session/EditorContext';
import type { RemotePresence } from '../../session/remotePresence';
import { useReadable } from '../../session/useReadable';
import { recordKeyOf } from '../../text/textKey';
import { useMapIndex } from '../CanvasContext';
import { findBoxOf } from '../geometry/boxOf';
import type { MapIndex } from '../geometry/mapIndex';
import { toReference } from '../geometry/parseReference';
import { DragGhost } from './DragGhost';

/** More outlines than this of one person say no more than the first ones. */
const maxOutlines = 60;

/** Keys as presence names them, as references: a persona's name stands in the title block. */
function findReference(index: MapIndex, key: string) {
  const record = recordKeyOf(key);
  if (record.startsWith('persona:')) {
    return record === `persona:${index.map.personas[0]?.id}` ? ({ type: 'meta', field: 'persona' } as const) : null;
  }
  return toReference(record);
}

function Person({ person }: { person: RemotePresence }) {
  const t = useTranslations('editor.canvas');
  const index = useMapIndex();
  const { user, state } = person;
  const colour = presenceColour(user.colour);
  const keys = new Set((state.selection ?? []).slice(0, maxOutlines));
  const typing = state.editing ? recordKeyOf(state.editing.key) : null;
  if (typing) keys.add(typing);
  const outlines = [...keys].flatMap((key) => {
    const reference = findReference(index, key);
    const box = reference && findBoxOf(index, reference);
    return box ? [{ key, box, pill: reference.type === 'touchpoint' }] : [];
  });
  const named = typing ?? outlines.at(-1)?.key;
  return (
    <>
      {outlines.map(({ key, box, pill }) => (
        <div
          key={key}
          className="map-presence"
          data-remote-selection={user.name}
          style={{
            left: box.x - 3,
            top: box.y - 3,
            width: box.width + 6,
            height: box.height + 6,
            borderRadius: pill ? 20 : 9,
            boxShadow: `inset 0 0 0 calc(2.5px * var(--map-scale)) ${colour}`,
          }}
        >
          {key === named ? (
            <span className="map-presence-name" style={{ background: colour }}>
              {key === typing ? t('typingHere', { name: personLabel(user) }) : personLabel(user)}
            </span>
          ) : null}
        </div>
      ))}
      {(state.dragging?.keys ?? []).slice(0, 12).map((key, place) => {
        const reference = toReference(key);
        const box = reference && findBoxOf(index, reference);
        if (!reference || !box || !state.dragging) return null;
        const at = { ...box, x: box.x + state.dragging.x, y: box.y + state.dragging.y };
        return (
          <DragGhost
            key={key}
            reference={reference}
            box={at}
            colour={colour}
            // With a pointer there is a name already.
            name={place === 0 && !state.cursor ? user.name : ''}
          />
        );
      })}
    </>
  );
}

/** What the others have selected, type in and carry, in their colours and with their names. */
export function RemoteLayer() {
  const others = usePresence();
  // They are on the live map.
  const isLooking = useReadable(useEditor().session.isLooking);
  return (isLooking ? [] : others).map((person) => <Person key={person.clientId} person={person} />);
}
