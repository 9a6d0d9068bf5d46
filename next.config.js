/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  compress: true,
  // No picture goes through Next's optimizer; its address would be one more thing to ask for work.
  images: { unoptimized: true },
  // Types are checked by `npm run check`; checking them again would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
  // A page's title comes with the page and stays while it refreshes: streamed in later, it was missing for a moment at each refresh.
  htmlLimitedBots: /.*/,
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
