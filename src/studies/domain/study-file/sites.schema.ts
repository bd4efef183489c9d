import { z } from 'zod';
import { code, emailAddress, latitude, line, longitude, time, weekday, whole } from './fields.schema.js';

const visitAddressSchema = z.strictObject({
  street: line(),
  postalCode: line(16),
  city: line(100),
  latitude,
  longitude,
});

/** Quotas name roles; a role that is absent has none at the site. */
const quotasSchema = z.record(code, whole(0, 1000));

export const siteSchema = z.strictObject({
  code,
  name: line(),
  municipality: line(100),
  sizeClass: z.enum(['small', 'medium', 'large']),
  visitAddress: visitAddressSchema,
  gatekeeper: z.strictObject({ name: line(), email: emailAddress }),
  quotas: quotasSchema,
});

/** `meetings` are the weekly meetings at the sites that a researcher may attend. */
export const observationsSchema = z.strictObject({
  perSite: whole(0, 100),
  durationMinutes: whole(5, 720),
  meetings: z.array(z.strictObject({ site: code, weekday, start: time })).max(2000),
});
