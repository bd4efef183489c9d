import { PageHead } from '../../partials/page-head.js';
import { useTexts } from '../../partials/page-context.js';
import { BusyCalendarsCard, type BusyCalendarsProps } from './busy-calendars-card.js';
import { busyCalendarsTexts } from './busy-calendars.texts.js';

export interface BusyCalendarsPageProps extends BusyCalendarsProps {
  /** Of the member. */
  readonly name: string;
}

export const busyCalendarsPage = (props: BusyCalendarsPageProps) => <BusyCalendarsView {...props} />;

function BusyCalendarsView(props: BusyCalendarsPageProps) {
  const texts = useTexts(busyCalendarsTexts);
  const { code, accountId, name } = props;
  const team = `/studies/${code}/team`;
  const crumbs = [
    { label: texts.team, href: team },
    { label: name, href: `${team}/${accountId}` },
  ];
  return (
    <>
      <PageHead title={texts.pageTitle(name)} breadcrumb={crumbs} />
      <BusyCalendarsCard {...props} />
    </>
  );
}
