import { Injectable } from '@nestjs/common';

/** A higher room that keeps something made of a study's title, language, zone, sites or sounding board. */
export interface StudyWatcher {
  /** Runs inside the transaction that changed the study, after everything else of it. */
  studyChanged(studyId: string): Promise<void>;
}

/** Where higher rooms ask to be told that a study was changed. */
@Injectable()
export class StudyWatchers {
  private readonly watchers: StudyWatcher[] = [];

  register(watcher: StudyWatcher): void {
    this.watchers.push(watcher);
  }

  async tell(studyId: string): Promise<void> {
    for (const watcher of this.watchers) await watcher.studyChanged(studyId);
  }
}
