'use client';

import clsx from 'clsx';
import { X } from 'lucide-react';
import * as Primitive from 'radix-ui/dialog';
import { type ReactElement, type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from './IconButton';
import { useReturnFocus } from './useReturnFocus';

type Props = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** One element that opens it, when it is not opened from elsewhere. */
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  size?: 'sm' | 'md' | 'lg' | 'full';
  /** Buttons at the lower edge; they stay in sight while the content scrolls. */
  footer?: ReactNode;
  /** Asks before something unfinished would be lost: false keeps it open on Escape and a press outside. */
  dismissible?: boolean;
  /** Without: there is nothing behind it to go back to, so it cannot be put aside at all. */
  closable?: boolean;
  children?: ReactNode;
};

/** What takes the focus first, the most wanted before the rest: in a choice that is what is chosen, not what comes first. */
const focusable = ['[data-autofocus]', 'input:not([tabindex="-1"]), select, textarea, button, a[href]'];

function findFirstControl(content: HTMLElement | null): HTMLElement | null {
  const found = focusable.map((selector) => content?.querySelector<HTMLElement>(selector)).find((element) => element) ?? null;
  const choice = found?.getAttribute('role') === 'radio' ? found.closest('[role="radiogroup"]') : null;
  return choice?.querySelector<HTMLElement>('[aria-checked="true"]') ?? found;
}

/** Whether a control inside closes something of its own by Escape first, such as a list that it has opened. */
const ownsEscape = (target: EventTarget | null): boolean => target instanceof Element && target.matches('[data-owns-escape]');

const sizes = { sm: 'sm:max-w-md', md: 'sm:max-w-xl', lg: 'sm:max-w-3xl', full: 'sm:max-w-6xl' };

/** A window over the page that takes the focus and gives it back. On a phone it rises from the lower edge. */
export function Dialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  size = 'md',
  footer,
  dismissible = true,
  closable = true,
  children,
}: Props) {
  const t = useTranslations('common');
  const body = useRef<HTMLDivElement>(null);
  const { remember, giveBack } = useReturnFocus();
  const keepOpen = (event: Event) => {
    if (!dismissible || !closable) event.preventDefault();
  };
  // By default the focus would go to the first button of all, which closes the dialog.
  const focusContent = (event: Event) => {
    remember();
    event.preventDefault();
    const content = body.current;
    const control = findFirstControl(content);
    // Nothing to do but to read: then keys scroll what is longer than the window.
    const scrolls = content && !control && content.scrollHeight > content.clientHeight;
    if (scrolls) content.tabIndex = 0;
    (control ?? (scrolls ? content : content?.closest<HTMLElement>('[role="dialog"]')))?.focus();
  };
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Primitive.Trigger asChild>{trigger}</Primitive.Trigger> : null}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-50 animate-fade-in bg-scrim" />
        <Primitive.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={focusContent}
          onCloseAutoFocus={giveBack}
          onEscapeKeyDown={(event) => {
            if (ownsEscape(event.target)) event.preventDefault();
            else keepOpen(event);
          }}
          onInteractOutside={keepOpen}
          className={clsx(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] animate-rise-in flex-col rounded-t-xl bg-surface text-ink shadow-dialog outline-none',
            'sm:inset-x-4 sm:top-[8dvh] sm:bottom-auto sm:mx-auto sm:max-h-[84dvh] sm:rounded-xl',
            sizes[size],
          )}
        >
          <header className="flex items-start gap-4 px-6 pt-5 pb-4">
            <div className="min-w-0 flex-1">
              <Primitive.Title className="font-bold text-xl">{title}</Primitive.Title>
              {description ? (
                <Primitive.Description className="mt-1 text-pretty text-ink-soft">{description}</Primitive.Description>
              ) : null}
            </div>
            {closable ? (
              <Primitive.Close asChild>
                <IconButton label={t('close')} icon={<X size={18} />} className="-mt-1 -mr-2" />
              </Primitive.Close>
            ) : null}
          </header>
          <div ref={body} className="min-h-0 flex-1 overflow-y-auto px-6 pt-1 pb-6">
            {children}
          </div>
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-6 pt-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
              {footer}
            </footer>
          ) : null}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** Closes the dialog around it when its child is pressed. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Primitive.Close asChild>{children}</Primitive.Close>;
}
