import { newLinkId, readLinkToken, toLinkToken } from './linkToken';

/** A new id for a join link. */
export const newJoinLinkId = newLinkId;

/** The token in a join link's address. */
export const toJoinToken = (id: string, secret: string): string => toLinkToken('join', id, secret);

/** The join link's id in a token, however it was typed, or null when this installation did not make it. */
export const readJoinToken = (token: string, secret: string): string | null => readLinkToken('join', token, secret);
