import { choiceOf } from '../../../src/respondents/domain/choose-windows.js';
import type { RespondentWindows } from '../../../src/respondents/respondent.entity.js';
import { weekdays } from '../../../src/kernel/time/weekday.js';
import type { Language } from '../../../src/kernel/text/language.js';
import { windowsTexts } from './windows.texts.js';

/** `Alleen ochtenden`, or `Dinsdag 09:00-12:00; Vrijdag 13:00-15:00`. */
export function sayWindows(windows: RespondentWindows | null, language: Language): string {
  const texts = windowsTexts[language];
  const choice = choiceOf(windows);
  if (choice !== 'own' || windows === null) return texts[choice];
  const days = weekdays.filter((day) => windows.weekly[day] !== undefined);
  return days.map((day) => `${texts.days[day]} ${windows.weekly[day]?.join(', ')}`).join('; ');
}
