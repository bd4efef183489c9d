import { Module, type OnModuleInit } from '@nestjs/common';
import { StudiesModule } from '../studies/studies.module.js';
import { StudySections } from '../studies/study-sections.js';
import { ConsentReadModel } from './consent.read-model.js';
import { ConsentForms } from './consent-forms.service.js';
import { ConsentAnswers } from './consent-answers.service.js';

@Module({
  imports: [StudiesModule],
  providers: [ConsentForms, ConsentAnswers, ConsentReadModel],
  exports: [ConsentForms, ConsentAnswers, ConsentReadModel],
})
export class ConsentModule implements OnModuleInit {
  constructor(
    private readonly sections: StudySections,
    private readonly forms: ConsentForms,
  ) {}

  onModuleInit(): void {
    this.sections.register(this.forms);
  }
}
