'use client';

import clsx from 'clsx';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import * as Primitive from 'radix-ui/toast';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { withMessage } from './shownMessages';

export type ToastMessage = {
  title: string;
  description?: string;
  tone?: 'neutral' | 'success' | 'danger';
  action?: { label: string; onClick: () => void };
  /** Milliseconds; 6,000 when absent, 10,000 with an action. */
  duration?: number;
  /** A newer message on the same topic takes its place. */
  topic?: string;
};

type Shown = ToastMessage & { id: number; open: boolean };

const ToastContext = createContext<((message: ToastMessage) => void) | null>(null);

/** Shows a short message at the lower edge: `const toast = useToast(); toast({ title, action })`. Throws outside `ToastProvider`. */
export function useToast(): (message: ToastMessage) => void {
  const show = useContext(ToastContext);
  if (!show) throw new Error('useToast needs a ToastProvider around it.');
  return show;
}

const leaveTime = 200;

/** Holds the messages; wraps the application once. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('common');
  const [messages, setMessages] = useState<Shown[]>([]);
  const nextId = useRef(1);
  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current++;
    setMessages((shown) => withMessage(shown, { ...message, id, open: true }));
  }, []);
  const close = (id: number) => {
    setMessages((shown) => shown.map((message) => (message.id === id ? { ...message, open: false } : message)));
    setTimeout(() => setMessages((shown) => shown.filter((message) => message.id !== id)), leaveTime);
  };
  return (
    <ToastContext value={show}>
      <Primitive.Provider label={t('notifications')} swipeDirection="down">
        {children}
        {messages.map((message) => (
          <ToastLine key={message.id} message={message} onClose={() => close(message.id)} closeLabel={t('dismissNotification')} />
        ))}
        <Primitive.Viewport
          label={`${t('notifications')} ({hotkey})`}
          className="pointer-events-none fixed inset-x-0 bottom-0 z-70 flex flex-col items-center gap-2 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] outline-none"
        />
      </Primitive.Provider>
    </ToastContext>
  );
}

function ToastLine({ message, onClose, closeLabel }: { message: Shown; onClose: () => void; closeLabel: string }) {
  const { title, description, tone = 'neutral', action, duration = action ? 10_000 : 6_000 } = message;
  const Icon = tone === 'danger' ? CircleAlert : tone === 'success' ? CircleCheck : null;
  return (
    <Primitive.Root
      open={message.open}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      duration={duration}
      type={tone === 'danger' ? 'foreground' : 'background'}
      className="pointer-events-auto flex w-full max-w-md animate-rise-in items-center gap-3 rounded-lg bg-primary py-2 pr-2 pl-4 text-primary-ink shadow-dialog data-[state=closed]:animate-fade-out"
    >
      {Icon ? <Icon className="size-4 shrink-0" aria-hidden="true" /> : null}
      <div className="min-w-0 flex-1 py-1 text-sm">
        <Primitive.Title className="font-semibold">{title}</Primitive.Title>
        {description ? <Primitive.Description className="opacity-85">{description}</Primitive.Description> : null}
      </div>
      {action ? (
        <Primitive.Action asChild altText={action.label}>
          <Button
            size="sm"
            variant="ghost"
            onClick={action.onClick}
            className={clsx(invertedClass, 'underline underline-offset-4')}
          >
            {action.label}
          </Button>
        </Primitive.Action>
      ) : null}
      <Primitive.Close asChild>
        <IconButton size="sm" label={closeLabel} icon={<X size={16} />} className={invertedClass} tooltipSide="top" />
      </Primitive.Close>
    </Primitive.Root>
  );
}

const invertedClass = 'text-primary-ink! hover:bg-paper/15!';
