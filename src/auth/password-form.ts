import { z } from 'zod';
import { passwordTexts } from '../../templates/pages/auth/password.texts.js';
import type { Language } from '../kernel/text/language.js';
import { newPassword, typedPassword } from './password.schema.js';

const fields = z.object({ password: newPassword, repeat: typedPassword });

/** A new password, typed twice the same. */
export const passwordForm = (language: Language) =>
  fields.refine(areEqual, { path: ['repeat'], error: passwordTexts[language].notEqual });

/** The same, by whoever knows the current one. */
export const passwordChangeForm = (language: Language) =>
  fields
    .extend({ current: typedPassword })
    .refine(areEqual, { path: ['repeat'], error: passwordTexts[language].notEqual });

const areEqual = ({ password, repeat }: z.output<typeof fields>) => password === repeat;
