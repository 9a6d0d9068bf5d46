import { config } from 'zod/v4/core';

// Zod would try whether it may compile code; our Content-Security-Policy refuses that, and browsers report each refusal.
config({ jitless: true });
