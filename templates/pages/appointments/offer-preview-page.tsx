import type { PlannedOffer } from '../../../src/appointments/offers.service.js';
import type { Language } from '../../../src/kernel/text/language.js';
import type { MailDocument } from '../../../src/mail/mail-document.js';
import { renderText } from '../../mail/render-text.js';
import { Actions, LinkButton, SubmitButton } from '../../partials/buttons.js';
import { Card, Stack } from '../../partials/card.js';
import { Facts } from '../../partials/facts.js';
import { formatDateTime } from '../../partials/format.js';
import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { PostForm } from '../../partials/post-form.js';
import { useStudyTime } from './appointment-words.js';
import { offerTexts } from './offer.texts.js';

export interface OfferPreviewPageProps {
  readonly pseudonym: string;
  /** Path of the respondent's page. */
  readonly back: string;
  readonly plan: Pick<PlannedOffer, 'choices' | 'expiresAt'>;
  readonly mail: MailDocument;
  /** Of the mail. */
  readonly language: Language;
}

export const offerPreviewPage = (props: OfferPreviewPageProps) => <PreviewBody {...props} />;

function PreviewBody(props: OfferPreviewPageProps) {
  const texts = useTexts(offerTexts);
  const style = useStudyTime();
  const { pseudonym, back, plan, mail, language } = props;
  return (
    <Stack>
      <PageHead title={texts.previewTitle(pseudonym)} breadcrumb={[{ label: pseudonym, href: back }]} />
      <Card>
        <Facts
          facts={[
            { label: texts.subject, value: mail.subject },
            { label: texts.moments, value: plan.choices.length },
            { label: texts.deadline, value: formatDateTime(plan.expiresAt, style) },
          ]}
        />
      </Card>
      <Card title={texts.mail}>
        <p class="muted">{texts.mailNote}</p>
        <pre class="letter" lang={language}>
          {renderText(mail)}
        </pre>
      </Card>
      <SendForm {...props} />
    </Stack>
  );
}

function SendForm({ back, plan: { choices, expiresAt } }: OfferPreviewPageProps) {
  const texts = useTexts(offerTexts);
  return (
    <PostForm action={`${back}/offer`}>
      {choices.map(({ start, interviewer }) => {
        const value = `${start.toISOString()}|${interviewer}`;
        return <input key={value} type="hidden" name="slot" value={value} />;
      })}
      <input type="hidden" name="mode" value={choices[0]?.mode} />
      <input type="hidden" name="expiresAt" value={expiresAt.toISOString()} />
      <Actions>
        <SubmitButton>{texts.send}</SubmitButton>
        <LinkButton href={`${back}/offer?${slotsIn(choices)}`} variant="second">
          {texts.change}
        </LinkButton>
      </Actions>
    </PostForm>
  );
}

function slotsIn(choices: PlannedOffer['choices']): string {
  const slots = choices.map(({ start, interviewer }) => ['slot', `${start.toISOString()}|${interviewer}`]);
  return new URLSearchParams(slots).toString();
}
