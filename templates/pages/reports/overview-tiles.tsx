import { formatPercent } from '../../partials/format.js';
import { usePageContext, useTexts } from '../../partials/page-context.js';
import { Tile, Tiles } from '../../partials/tile.js';
import type { OverviewProps } from './overview-page.js';
import { overviewTexts } from './overview.texts.js';

export function OverviewTiles({ code, progress, may }: OverviewProps) {
  const texts = useTexts(overviewTexts);
  const { language } = usePageContext();
  const { interviews, observations, response } = progress;
  const appointments = may.see ? { href: `/studies/${code}/appointments` } : {};
  return (
    <Tiles>
      <Tile
        label={texts.interviews}
        value={interviews.done}
        of={interviews.target}
        href={`/studies/${code}/sample`}
      />
      <Tile label={texts.planned} value={interviews.planned} note={texts.plannedNote} {...appointments} />
      <Tile
        label={texts.observations}
        value={observations.done}
        of={observations.target}
        note={texts.observationsPlanned(observations.planned)}
      />
      <Tile
        label={texts.response}
        value={response === undefined ? '–' : formatPercent(response, language)}
        note={response === undefined ? texts.responseNone : texts.responseNote}
      />
    </Tiles>
  );
}
