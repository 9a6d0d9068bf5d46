'use client';

import { type MouseEvent, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { SignOffAnswer } from '@/lib/signOffs/signOffAnswer';
import { useEditor } from '../session/EditorContext';
import { fetchSignOff } from './signOffRequests';

/** That signatures concern their version only: in how many things the live map has gone on since, with the way to compare. */
export function ChangesSince({ signOff, onCompare }: { signOff: SignOffAnswer; onCompare: () => void }) {
  const t = useTranslations('signOff');
  const { session, signOffs, compare } = useEditor();
  const news = useStore(signOffs, (state) => state.news);
  const [count, setCount] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever something has changed.
  useEffect(() => {
    let isOver = false;
    // Without an answer nothing is said: the rest is to be read all the same.
    fetchSignOff(session.mapId, signOff.id).then(
      ({ changes }) => {
        if (!isOver) setCount(changes);
      },
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [session.mapId, signOff.id, news]);
  if (count === null) return null;
  const { number } = signOff.version;
  const show = (event: MouseEvent): void => {
    // With a key that opens another tab it is a link like others.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    compare.getState().start({ from: { mapId: null, state: number }, to: { mapId: null, state: 'live' } });
    onCompare();
  };
  return (
    <p className="mt-2 text-sm">
      {t('changes', { count, number })}{' '}
      {count > 0 ? (
        <a href={`/maps/${session.mapId}?compare=${number}..live`} onClick={show} className="font-semibold">
          {t('compare')}
        </a>
      ) : null}
    </p>
  );
}
