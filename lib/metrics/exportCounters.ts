import { Counter, Histogram, type Registry } from 'prom-client';
import { AppError } from '@/lib/errors';
import type { Exporter } from '@/lib/export/exporter';

export type ExportCounters = {
  /** The same exporter, with everything that it makes counted. */
  observe(exporter: Exporter): Exporter;
};

export function createExportCounters(registry: Registry): ExportCounters {
  const total = new Counter({
    name: 'wegmarke_exports_total',
    help: 'Files made of maps, by format and result; "refused" ones were too large or too many.',
    labelNames: ['format', 'result'],
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'wegmarke_export_duration_seconds',
    help: 'From the request for a file to the file, waiting for a free thread included.',
    labelNames: ['format'],
    buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120],
    registers: [registry],
  });
  return {
    observe: (exporter) => ({
      ...exporter,
      async render(request) {
        const { format } = request;
        const started = performance.now();
        try {
          const result = await exporter.render(request);
          total.inc({ format, result: 'made' });
          duration.observe({ format }, (performance.now() - started) / 1000);
          return result;
        } catch (error) {
          total.inc({ format, result: error instanceof AppError ? 'refused' : 'failed' });
          throw error;
        }
      },
    }),
  };
}
