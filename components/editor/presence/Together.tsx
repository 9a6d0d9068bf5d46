'use client';

import { useTranslations } from 'use-intl';
import type { MapView } from '../shell/useMapView';
import { onPresenceColour, presenceColour } from './presenceColour';
import { useFollowing } from './useFollowing';
import { useHearTogether } from './useHearTogether';
import { useLookKey } from './useLookKey';

/** What others show and where they lead, in every view; a frame in the colour of whom one follows, and how to stop. */
export function Together({ view }: { view: MapView }) {
  const t = useTranslations('together');
  useHearTogether(view);
  useLookKey(view);
  const { who, stop } = useFollowing(view);
  return (
    <>
      <p role="status" className="sr-only">
        {who ? t('following', { name: who.name }) : ''}
      </p>
      {who ? (
        <div
          data-following={who.name}
          className="pointer-events-none absolute inset-0 z-30"
          style={{ boxShadow: `inset 0 0 0 4px ${presenceColour(who.colour)}` }}
        >
          <p
            className="pointer-events-auto absolute top-0 left-1/2 flex max-w-[calc(100%-2rem)] -translate-x-1/2 items-center gap-2 rounded-b-lg py-1 pr-1 pl-4 font-semibold text-sm shadow-float"
            style={{ background: presenceColour(who.colour), color: onPresenceColour }}
          >
            <span className="truncate">{t('following', { name: who.name })}</span>
            <button
              type="button"
              onClick={stop}
              className="min-h-7 shrink-0 rounded-md px-2.5 underline underline-offset-2 outline-current hover:no-underline pointer-coarse:min-h-11"
            >
              {t('stop')}
            </button>
          </p>
        </div>
      ) : null}
    </>
  );
}
