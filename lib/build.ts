/**
 * Which build this code belongs to: a hash of its sources, written into the code as it is built (next.config.js). A page keeps the one it
 * was loaded with, so that it can tell when the server has become another.
 */
export const buildId: string = process.env.BUILD_ID ?? 'development';
