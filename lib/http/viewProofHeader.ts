/** The header by which a page shows that a view link's password was known. No cookie: in a frame of another site there may be none. */
export const viewProofHeader = 'x-view-proof';
