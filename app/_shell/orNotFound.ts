import { notFound } from 'next/navigation';
import { AppError } from '@/lib/errors';

/** Shows the "not found" page instead of failing for what does not exist or is not for this person: the two look the same. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'notFound' || error.code === 'forbidden')) notFound();
    throw error;
  }
}
