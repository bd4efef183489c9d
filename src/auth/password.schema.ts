import { z } from 'zod';

export const shortestPassword = 12;

/** A password as somebody chooses one. The upper bound keeps hashing cheap. */
export const newPassword = z.string().min(shortestPassword).max(200);

/** A password as somebody types the one they have. */
export const typedPassword = z.string().min(1).max(200);
