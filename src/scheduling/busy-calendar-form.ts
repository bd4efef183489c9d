import { z } from 'zod';
import { busyCalendarsTexts } from '../../templates/pages/busy-calendars/busy-calendars.texts.js';
import type { Language } from '../kernel/text/language.js';
import { UploadedFile } from '../web/multipart.js';
import { addressBody, calendarLabel } from './busy-calendars.schema.js';

/** By address. */
export const addressForm = z.object({ url: addressBody.shape.url, label: calendarLabel.optional() });

/** A file of its own field names: both forms stand on one page. */
export const fileForm = (language: Language) =>
  z.object({
    file: z.instanceof(UploadedFile, { error: busyCalendarsTexts[language].chooseFile }),
    fileLabel: calendarLabel.optional(),
  });

export const renameForm = z.object({ label: calendarLabel.min(1) });
