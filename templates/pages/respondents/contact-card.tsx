import type { RespondentView } from '../../../src/respondents/respondents.read-model.js';
import type { Contact } from '../../../src/vault/contact.schema.js';
import { Note } from '../../partials/badge.js';
import { Card } from '../../partials/card.js';
import { Facts } from '../../partials/facts.js';
import { useTexts } from '../../partials/page-context.js';
import { respondentTexts } from './respondent.texts.js';

export interface ContactCardProps {
  readonly respondent: RespondentView;
  readonly contact: Contact | undefined;
  readonly mayChange: boolean;
}

/** Who it is, for those who may know. */
export function ContactCard({ respondent, contact, mayChange }: ContactCardProps) {
  const texts = useTexts(respondentTexts);
  return (
    <Card title={texts.contact}>
      {contact ? (
        <ContactFacts contact={contact} mayChange={mayChange} />
      ) : (
        <p class="muted">{respondent.contactId === null ? texts.erased : texts.hidden}</p>
      )}
    </Card>
  );
}

function ContactFacts({ contact, mayChange }: { readonly contact: Contact; readonly mayChange: boolean }) {
  const texts = useTexts(respondentTexts);
  const { name, email, phone, organisation, note } = contact;
  return (
    <>
      <Facts
        facts={[
          { label: texts.name, value: name },
          { label: texts.email, value: email && <a href={`mailto:${email}`}>{email}</a> },
          { label: texts.phone, value: phone && <a href={`tel:${phone}`}>{phone}</a> },
          { label: texts.organisation, value: organisation },
          { label: texts.note, value: note },
        ]}
      />
      {email || !mayChange ? null : (
        <Note tone="warn">
          <p>{texts.noAddress}</p>
        </Note>
      )}
      <p class="hint">{texts.contactNote}</p>
    </>
  );
}
