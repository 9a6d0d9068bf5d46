import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useToast } from '@/components/ui/Toast';
import type { PresenceUser } from '@/lib/document/presence';
import { useEditor } from '../session/EditorContext';
import type { Sight } from '../session/navigation';
import type { RemotePresence } from '../session/remotePresence';
import type { MapView } from '../shell/useMapView';
import { recordKeyOf } from '../text/textKey';

/** What somebody sees; null while they have told nothing of it. */
function sightOf({ state }: RemotePresence): Sight | null {
  const near = state.near ?? state.selection?.at(-1) ?? null;
  const at = state.viewport ? near : state.editing ? recordKeyOf(state.editing.key) : near;
  return state.viewport || at !== null ? { viewport: state.viewport ?? null, near: at } : null;
}

/** So long (milliseconds) somebody may be out of sight, because a connection is gone for a moment, before they have left. */
const patience = 4_000;

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph']);

/** Follows whom this page follows, until oneself does something on the map, Escape is pressed, or they leave. `who` is null while nobody is followed. */
export function useFollowing(view: MapView): { who: PresenceUser | null; stop: () => void } {
  const t = useTranslations('together');
  const { session, navigation, together } = useEditor();
  const toast = useToast();
  const following = useStore(together, (state) => state.following);
  const who = useRef<PresenceUser | null>(null);
  const words = useRef({ t, toast });
  words.current = { t, toast };
  const { others, publish } = session.presence;

  if (following === null) who.current = null;
  else who.current = others.get().find(({ user }) => user.id === following)?.user ?? who.current;

  // biome-ignore lint/correctness/useExhaustiveDependencies: in another view one has to go there anew.
  useEffect(() => {
    if (following === null) return;
    let shown = '';
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const leave = (): void => {
      together.getState().stopFollowing();
      words.current.toast({ title: words.current.t('leaderLeft', { name: who.current?.name ?? '' }) });
    };
    const follow = (): void => {
      const pages = others.get().filter(({ user }) => user.id === following);
      const page = pages.find(({ state }) => state.viewport) ?? pages[0];
      if (!page) {
        leaving ??= setTimeout(leave, patience);
        return;
      }
      clearTimeout(leaving);
      leaving = undefined;
      const sight = sightOf(page);
      if (!sight || JSON.stringify(sight) === shown) return;
      if (!navigation.show(sight)) return;
      shown = JSON.stringify(sight);
      // As told by them: what two who follow each other would tell each other in turn never comes to rest.
      publish({ ...(sight.viewport ? { viewport: sight.viewport } : {}), near: sight.near });
    };
    follow();
    const stopHearing = others.subscribe(follow);
    return () => {
      stopHearing();
      clearTimeout(leaving);
    };
  }, [following, view, others, publish, navigation, together]);

  useEffect(() => {
    if (following === null) return;
    const stop = (): void => together.getState().stopFollowing();
    const isOwn = ({ target }: Event): boolean =>
      target instanceof Element && target.closest('main') !== null && target.closest('[data-following]') === null;
    const onAct = (event: Event): void => {
      if (isOwn(event)) stop();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' || (isOwn(event) && !modifiers.has(event.key))) stop();
    };
    const options = { capture: true, passive: true } as const;
    document.addEventListener('pointerdown', onAct, options);
    document.addEventListener('wheel', onAct, options);
    document.addEventListener('keydown', onKeyDown, options);
    return () => {
      document.removeEventListener('pointerdown', onAct, options);
      document.removeEventListener('wheel', onAct, options);
      document.removeEventListener('keydown', onKeyDown, options);
    };
  }, [following, together]);

  const stop = (): void => {
    together.getState().stopFollowing();
    // The button that was pressed goes.
    navigation.focus();
  };
  return { who: who.current, stop };
}
