// Takes the pictures of docs/pictures; run by scripts/screenshots.mjs.
import { chromium } from '@playwright/test';
import { locales } from '@/lib/i18n/locale';
import { TestServer } from '../e2e/support/server';
import { Photographer } from './photographer';
import { takePictures } from './scenes';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--force-color-profile=srgb'],
});
try {
  for (const locale of locales) {
    // Links then carry an address as people see it, whatever this machine is called.
    const server = await new TestServer().start({ PUBLIC_URL: 'https://maps.example.org' });
    try {
      await takePictures(new Photographer(browser, locale, server.url), server);
    } finally {
      await server.dispose();
    }
  }
} finally {
  await browser.close();
}
