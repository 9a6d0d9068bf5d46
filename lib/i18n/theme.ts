import { z } from 'zod';

export const themes = ['system', 'light', 'dark'] as const;
/** Colour scheme: light, dark, or what the device says. */
export type Theme = (typeof themes)[number];
export const themeSchema = z.enum(themes);
/** The cookie in which a browser keeps the chosen scheme; the server writes it into `<html data-theme>`, so that nothing flashes. */
export const themeCookie = 'wegmarke-theme';
