import { defineTexts } from './define-texts.js';

export const calendarTexts = defineTexts({
  nl: {
    week: (n: number) => `Week ${n}`,
    previous: 'Vorige week',
    next: 'Volgende week',
    today: 'Deze week',
    nothing: 'Geen afspraken',
    tentative: 'voorlopig',
    declined: 'kan niet',
    cancelled: 'vervallen',
    zone: (zone: string) => (zone === 'Europe/Amsterdam' ? 'Nederlandse tijd' : `Tijdzone: ${zone}`),
    isToday: 'vandaag',
  },
  en: {
    week: (n: number) => `Week ${n}`,
    previous: 'Previous week',
    next: 'Next week',
    today: 'This week',
    nothing: 'No appointments',
    tentative: 'tentative',
    declined: 'declined',
    cancelled: 'cancelled',
    zone: (zone: string) => (zone === 'Europe/Amsterdam' ? 'Time in the Netherlands' : `Time zone: ${zone}`),
    isToday: 'today',
  },
});
