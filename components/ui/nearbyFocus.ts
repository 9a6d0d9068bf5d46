const controls = 'a[href], button, input:not([tabindex="-1"]), select, textarea, [tabindex="0"]';

/** What has the focus; for a line of a menu, which is gone by the time that it is asked for, the button that opened the menu. */
export function focusedOpener(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  const opener = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : active;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}

/** A control, and what it stands in, from the inside out: what is near it once it is gone itself. */
export type Place = { control: HTMLElement; around: readonly HTMLElement[] };

/** What holds together. Beyond it nothing is near: the first control of the whole page is as far as its start. */
const parts = '[role="dialog"], [role="alertdialog"], main, aside, header';

export function placeOf(control: HTMLElement): Place {
  const around: HTMLElement[] = [];
  const end = control.closest(parts) ?? control.closest('section');
  for (let at = control.parentElement; end && at && end.contains(at); at = at.parentElement) around.push(at);
  return { control, around };
}

const isUsable = (element: HTMLElement): boolean =>
  element.getClientRects().length > 0 && !(element instanceof HTMLButtonElement && element.disabled);

/** Whether no control has the keyboard: what had it is gone. */
const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * Gives the focus back to a control; when that is gone and nothing else has taken the keyboard, to the first one of the innermost part around it that has
 * any. False when nothing gets it.
 */
export function focusNear({ control, around }: Place): boolean {
  if (control.isConnected) {
    control.focus();
    return true;
  }
  if (!isNowhere()) return false;
  for (const part of around) {
    if (!part.isConnected) continue;
    const near = [...part.querySelectorAll<HTMLElement>(controls)].find(isUsable);
    if (!near) continue;
    near.focus();
    return true;
  }
  return false;
}

/**
 * Remembers where the keyboard is, before something that takes a while and may take the control away. Call the answer afterwards: when the focus fell to the start
 * of the page, it goes to what is near.
 */
export function keepFocusNear(): () => void {
  const opener = focusedOpener();
  const place = opener && placeOf(opener);
  return () => {
    // Once the page shows what has become of it.
    setTimeout(() => {
      if (place && isNowhere()) focusNear(place);
    }, 0);
  };
}
