import { z } from 'zod';
import { consentSchema, interviewsSchema, topicSchema } from './study-file/interviews.schema.js';
import { soundingBoardSchema, teamMemberSchema } from './study-file/people.schema.js';
import { observationsSchema, siteSchema } from './study-file/sites.schema.js';
import { roleSchema, statedSampleSchema, studySchema } from './study-file/study.schema.js';

/**
 * The study file, format version 1. The order of the keys is the order in which a file is written.
 * Nothing is filled in or rewritten, so what goes in comes out equal. References between the sections
 * are not checked here but in `check-references.ts`.
 */
export const studyFileSchema = z.strictObject({
  version: z.literal(1),
  study: studySchema,
  roles: z.array(roleSchema).min(1).max(50),
  statedSamples: z.array(statedSampleSchema).max(100).optional(),
  sites: z.array(siteSchema).min(1).max(500),
  interviews: interviewsSchema,
  observations: observationsSchema.optional(),
  topicGuide: z.array(topicSchema).max(200).optional(),
  consent: consentSchema,
  team: z.array(teamMemberSchema).min(1).max(200),
  soundingBoard: soundingBoardSchema.optional(),
});

export type StudyFile = z.infer<typeof studyFileSchema>;
export type StudyFileSite = StudyFile['sites'][number];
export type StudyFileTeamMember = StudyFile['team'][number];
