/** The longest Mermaid text (UTF-8 bytes) that a map is made from: some six thousand tasks. */
export const mermaidTextLimit = 256 * 1024;
