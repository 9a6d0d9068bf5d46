const keyOf = (token: string): string => `wegmarke.view.${token.slice(0, 6)}`;

/** What proves in this tab that a link's password was known, so that a reload does not ask again. A frame may have no storage: then it does. */
export function readProof(token: string): string | null {
  try {
    return window.sessionStorage.getItem(keyOf(token));
  } catch {
    return null;
  }
}

export function keepProof(token: string, proof: string | null): void {
  try {
    if (proof === null) window.sessionStorage.removeItem(keyOf(token));
    else window.sessionStorage.setItem(keyOf(token), proof);
  } catch {
    // It is asked for again.
  }
}
