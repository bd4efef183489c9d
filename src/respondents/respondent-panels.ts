import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import type { StudyScope } from '../studies/study-scope.js';
import type { RespondentView } from './respondents.read-model.js';

/** A card on a respondent's page that a higher room makes: what can be done, what was agreed. */
export interface RespondentPanel {
  /** The lowest comes first. */
  readonly order: number;
  /** Null when there is nothing to show to this reader. The view finds language, study and token in the page context. */
  render(scope: StudyScope, respondent: RespondentView): Promise<VNode | null>;
}

/** Where higher rooms announce their cards. */
@Injectable()
export class RespondentPanels {
  private readonly panels: RespondentPanel[] = [];

  register(panel: RespondentPanel): void {
    this.panels.push(panel);
    this.panels.sort((a, b) => a.order - b.order);
  }

  async render(scope: StudyScope, respondent: RespondentView): Promise<VNode[]> {
    const rendered = await Promise.all(this.panels.map((panel) => panel.render(scope, respondent)));
    return rendered.filter((panel) => panel !== null);
  }
}
