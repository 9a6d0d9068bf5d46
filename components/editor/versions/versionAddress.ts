const parameter = 'version';

/** The version that the page's address asks for; null: the live map. */
export function readVersionAddress(): number | null {
  const asked = new URLSearchParams(window.location.search).get(parameter) ?? '';
  return /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null;
}

/** The address tells which version is shown, so that a reload and a sent link show the same. */
export function writeVersionAddress(number: number | null): void {
  const address = new URL(window.location.href);
  if (number === null) address.searchParams.delete(parameter);
  else address.searchParams.set(parameter, String(number));
  if (address.href !== window.location.href) window.history.replaceState(window.history.state, '', address);
}
