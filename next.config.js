/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  compress: true,
  // Types are checked by `npm run check`; checking them again would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
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
  ],
};

export default config;
