import { defineConfig } from 'prisma/config';

// Only `prisma generate` and authoring tools read this; the product applies its migrations itself
// (lib/data/migrate.ts), because the schema engine cannot be downloaded on a closed network.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
