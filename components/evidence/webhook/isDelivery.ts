/** Whether a text is what a tool may push: a JSON object, or a list. */
export function isDelivery(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
