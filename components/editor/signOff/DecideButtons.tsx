'use client';

import { ChevronDown, MessageSquareWarning, PenLine, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { keepFocusNear } from '@/components/ui/nearbyFocus';
import { useWork } from '@/components/workspace/useWork';
import type { SignOffAnswer } from '@/lib/signOffs/signOffAnswer';
import { decisionOf } from '@/lib/signOffs/signOffView';
import { useEditor } from '../session/EditorContext';
import { ObjectDialog } from './ObjectDialog';
import { SignDialog } from './SignDialog';
import { useDecide } from './useDecide';

/** What somebody who is asked can do: sign, object, and later decide anew. Nothing for others, and when it is over. */
export function DecideButtons({ signOff, size }: { signOff: SignOffAnswer; size?: 'sm' | 'md' }) {
  const t = useTranslations('signOff');
  const { me } = useEditor();
  const { busyId, run } = useWork();
  const decide = useDecide();
  const [asking, setAsking] = useState<'sign' | 'object' | null>(null);
  const decision = signOff.status === 'open' ? decisionOf(signOff, me.id) : null;
  const close = (): void => setAsking(null);
  const takeBack = async (): Promise<void> => {
    // The button of this menu goes with the decision.
    const stayNear = keepFocusNear();
    await run('takeBack', () => decide(signOff, { decision: 'pending' }));
    stayNear();
  };
  if (decision === null) return null;
  return (
    <>
      {decision === 'pending' ? (
        <>
          <Button
            {...(size ? { size } : {})}
            className="pointer-coarse:h-11"
            variant="primary"
            icon={<PenLine size={14} aria-hidden="true" />}
            onClick={() => setAsking('sign')}
          >
            {t('sign')}
          </Button>
          <Button
            {...(size ? { size } : {})}
            className="pointer-coarse:h-11"
            icon={<MessageSquareWarning size={14} aria-hidden="true" />}
            onClick={() => setAsking('object')}
          >
            {t('object')}
          </Button>
        </>
      ) : (
        <Menu
          align="end"
          trigger={
            <Button {...(size ? { size } : {})} busy={busyId !== null}>
              {t('change')}
              <ChevronDown size={14} aria-hidden="true" />
            </Button>
          }
        >
          {decision === 'objected' ? (
            <MenuItem icon={<PenLine />} onSelect={() => setAsking('sign')}>
              {t('sign')}
            </MenuItem>
          ) : null}
          <MenuItem icon={<MessageSquareWarning />} onSelect={() => setAsking('object')}>
            {t(decision === 'objected' ? 'objectAnew' : 'object')}
          </MenuItem>
          <MenuItem icon={<Undo2 />} onSelect={() => void takeBack()}>
            {t('takeBack')}
          </MenuItem>
        </Menu>
      )}
      {asking === 'sign' ? <SignDialog signOff={signOff} onClose={close} /> : null}
      {asking === 'object' ? <ObjectDialog signOff={signOff} onClose={close} /> : null}
    </>
  );
}
