/**
 * Why the server ends a connection to a map, shared by server and client.
 * Stock `y-websocket` clients stay away after 4400–4499 and come back by themselves after every other code.
 */
export const closeCodes = {
  /** The server stops; it, or another one, will be there again. */
  restart: 1012,
  /** The person's role on this map changed: come back and be judged anew. */
  roleChanged: 4501,
  /** Something on the server's side did not work out just now. */
  tryAgain: 4503,

  /** The client sent something that is not the protocol. */
  malformed: 4400,
  /** Nobody is signed in, or the session has ended or was ended. */
  unauthenticated: 4401,
  /** Access was taken away, or the page comes from another site. */
  forbidden: 4403,
  /** No such map, or none that this person may know of. */
  notFound: 4404,
  /** The document was replaced (epoch) or has another form (schema version): load the page anew before merging anything. */
  reload: 4409,
  /** A frame or the whole document would be larger than allowed. */
  tooLarge: 4413,
  /** Too many connections from one address. */
  tooMany: 4429,
} as const;

export type CloseReason = keyof typeof closeCodes;

/** Whether coming back with the same request cannot help. */
export function isPermanentClose(code: number): boolean {
  return code >= 4400 && code < 4500;
}
