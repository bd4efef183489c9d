import { Injectable } from '@nestjs/common';
import { StudyTeam } from '../studies/study-team.service.js';

/** The person of the team to turn to. */
export interface TeamContact {
  readonly name: string;
  readonly email: string;
}

/** Whom respondents are told to turn to. */
@Injectable()
export class StudyContact {
  constructor(private readonly team: StudyTeam) {}

  /** The first coordinator of the study's team, else its first member. */
  async of(studyId: string): Promise<TeamContact> {
    const members = await this.team.list(studyId);
    const { name, email } = members.find(({ role }) => role === 'coordinator') ?? members[0]!;
    return { name, email };
  }
}
