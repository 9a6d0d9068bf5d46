'use client';

import dynamic from 'next/dynamic';

/**
 * The editor's program is large: the server renders the page's outline, and React wakes it up when the program is there. Because the
 * server takes part, the page names the program's files in its head, and they come beside everything else instead of after it.
 */
export const MapEditorLoader = dynamic(() => import('./MapEditor').then((module) => module.MapEditor));
