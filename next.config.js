/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  // Written into the code of pages and server alike (lib/build.ts).
  env: { BUILD_ID: process.env.BUILD_ID ?? 'development' },
  poweredByHeader: false,
  compress: true,
  // No picture goes through Next's optimizer; its address would be one more thing to ask for work.
  images: { unoptimized: true },
  // Types are checked by `npm run check`; checking them again would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
  // A page's title comes with the page and stays while it refreshes: streamed in later, it was missing for a moment at each refresh.
  htmlLimitedBots: /.*/,
  // A page whose data cannot be fetched just now waits and fetches again; without this the browser would leave it for an error page.
  experimental: { useOffline: true },
  serverExternalPackages: [
    '@electric-sql/pglite',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    '@napi-rs/canvas',
    'pdfkit',
    'fontkit',
    'pino',
    'nodemailer',
    // One Yjs for pages, routes and rooms: documents cross between them, and two copies do not know each other's types.
    'yjs',
    'y-protocols',
    'lib0',
  ],
};

export default config;
