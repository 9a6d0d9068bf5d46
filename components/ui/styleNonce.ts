declare global {
  // The name by which get-nonce, under the scroll lock of dialogs and menus, asks for it.
  var __webpack_nonce__: string | undefined;
}

/**
 * Lets style elements that a library writes pass the page's Content-Security-Policy: they take over the nonce that the page's own scripts
 * carry. Taken from the document, not from the server's latest answer, whose nonce would belong to another load of the page.
 */
export function adoptStyleNonce(): void {
  if (typeof document === 'undefined' || globalThis.__webpack_nonce__) return;
  globalThis.__webpack_nonce__ = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || undefined;
}
