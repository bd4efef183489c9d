import type { Language } from '../kernel/text/language.js';
import type { Site } from '../studies/site.entity.js';
import type { InterviewMode } from '../studies/study-parts.js';

const words = {
  nl: { video: 'Online (videogesprek)', phone: 'Telefonisch' },
  en: { video: 'Online (video call)', phone: 'By phone' },
} as const;

/** Where an appointment is, in one line: what was filled in, else the site's visit address or how one meets. */
export function placeOf(
  { mode, place }: { mode: InterviewMode; place?: string | null | undefined },
  site: Pick<Site, 'name' | 'visitAddress'>,
  language: Language,
): string {
  if (place) return place;
  if (mode !== 'onsite') return words[language][mode];
  const { street, postalCode, city } = site.visitAddress;
  return `${site.name}, ${street}, ${postalCode} ${city}`;
}

/** A map of the visit address, at a service that needs no account; null when there is nowhere to go. */
export function routeUrl(
  { mode }: { mode: InterviewMode },
  { visitAddress: { latitude, longitude, street, city } }: Pick<Site, 'visitAddress'>,
): string | null {
  if (mode !== 'onsite') return null;
  if (latitude === undefined || longitude === undefined) {
    return `https://www.openstreetmap.org/search?query=${encodeURIComponent(`${street}, ${city}`)}`;
  }
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
}
