import { defineTexts } from './define-texts.js';

export const formTexts = defineTexts({
  nl: {
    summary: (count: number) => (count === 1 ? 'Er klopt iets niet' : `Er kloppen ${count} dingen niet`),
    optional: '(niet verplicht)',
    fault: 'Fout:',
  },
  en: {
    summary: (count: number) => (count === 1 ? 'Something is not right' : `${count} things are not right`),
    optional: '(optional)',
    fault: 'Error:',
  },
});
