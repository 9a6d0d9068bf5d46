'use client';

import dynamic from 'next/dynamic';

/** What lays a map out is large: it comes beside everything else. */
export const ViewLoader = dynamic(() => import('./LinkedMap').then((module) => module.LinkedMap));
