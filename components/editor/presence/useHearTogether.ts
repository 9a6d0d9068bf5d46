import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useToast } from '@/components/ui/Toast';
import { toReference } from '../canvas/geometry/parseReference';
import { useEditor } from '../session/EditorContext';
import type { MapView } from '../shell/useMapView';
import { createHearing } from './hearTogether';
import type { Look } from './together';

/** Hears what others show, and goes where somebody who leads brings everybody. Each once, however often presence comes. */
export function useHearTogether(view: MapView): void {
  const t = useTranslations('together');
  const { session, navigation, together } = useEditor();
  const toast = useToast();
  const latest = useRef({ t, toast, view });
  latest.current = { t, toast, view };
  useEffect(() => {
    const { others } = session.presence;
    const hear = createHearing();
    /** Where there is no canvas to point on: in words, with the way there. */
    const tell = (look: Look): void => {
      const target = look.key === null ? null : toReference(look.key);
      latest.current.toast({
        title: latest.current.t('lookFrom', { name: look.user.name }),
        ...(target ? { action: { label: latest.current.t('goThere'), onClick: () => navigation.goTo(target) } } : {}),
      });
    };
    const onChange = (): void => {
      const { looks, summons } = hear(others.get());
      for (const look of looks) {
        if (latest.current.view === 'map') together.getState().addLook(look);
        else tell(look);
      }
      for (const { user, sight } of summons) {
        const before = navigation.sight();
        together.getState().stopFollowing();
        if (!navigation.show(sight)) continue;
        latest.current.toast({
          title: latest.current.t('brought', { name: user.name }),
          ...(before ? { action: { label: latest.current.t('back'), onClick: () => navigation.show(before) } } : {}),
        });
      }
    };
    onChange();
    return others.subscribe(onChange);
  }, [session, navigation, together]);
}
