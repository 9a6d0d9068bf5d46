/** What one paste of a table takes; a larger one is refused as a whole, so that nobody misses a part later. */
export const tableLimits = { steps: 200, lanes: 50, entries: 5000 } as const;

/** Characters beyond which the HTML of a clipboard is not looked at: its plain text has the same cells. */
export const maxTableHtml = 20_000_000;
