/** The look of things that float above the page: menus and popovers. */
export const floatingClass =
  'z-50 rounded-lg border border-line bg-surface-raised text-ink shadow-float outline-none motion-safe:data-[state=open]:animate-pop-in';

/** The look of one line in a menu. */
export const menuItemClass =
  'flex min-h-8 pointer-coarse:min-h-11 cursor-pointer select-none items-center gap-2.5 rounded-md px-2 py-1 text-sm outline-none ' +
  'data-highlighted:bg-hover data-disabled:cursor-not-allowed data-disabled:opacity-50 [&_svg]:shrink-0';

/** The look of a menu's panel. */
export const menuClass = `${floatingClass} max-h-(--radix-popper-available-height) min-w-48 max-w-80 overflow-y-auto p-1`;
