/** Inline styles for mail programs that drop style sheets; the classes only serve the dark scheme. */
export const mailStyle = {
  body: 'margin:0;padding:0;background-color:#f5f7f9;color:#1b2329;',
  outer: 'width:100%;border-collapse:collapse;background-color:#f5f7f9;',
  card: 'width:100%;max-width:600px;margin:0 auto;border-collapse:separate;background-color:#ffffff;border:1px solid #d5dce2;border-radius:8px;',
  cell: 'padding:24px;font-family:system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif;font-size:16px;line-height:1.55;color:#1b2329;text-align:left;',
  preheader: 'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;',
  paragraph: 'margin:0 0 16px;white-space:pre-line;',
  heading: 'margin:24px 0 8px;font-size:19px;line-height:1.3;font-weight:700;',
  facts: 'border-collapse:collapse;margin:0 0 16px;',
  label: 'padding:2px 16px 2px 0;text-align:left;vertical-align:top;font-weight:400;color:#4b5863;',
  value: 'padding:2px 0;vertical-align:top;font-weight:600;',
  button:
    'display:inline-block;padding:12px 24px;border-radius:8px;background-color:#0b5a8a;color:#ffffff;font-weight:600;text-decoration:none;',
  link: 'color:#0b5a8a;overflow-wrap:anywhere;',
  list: 'margin:0 0 16px;padding:0 0 0 24px;',
  agenda: 'width:100%;border-collapse:collapse;margin:0 0 16px;',
  column:
    'padding:6px 12px 6px 0;text-align:left;font-size:14px;color:#4b5863;border-bottom:1px solid #d5dce2;',
  time: 'padding:8px 12px 8px 0;vertical-align:top;text-align:left;font-weight:600;white-space:nowrap;border-bottom:1px solid #d5dce2;',
  item: 'padding:8px 0;vertical-align:top;border-bottom:1px solid #d5dce2;',
  details: 'display:block;font-size:14px;color:#4b5863;',
  note: 'margin:0 0 16px;padding:12px 16px;border-left:4px solid #0b5a8a;background-color:#e4f1f9;white-space:pre-line;',
  divider: 'margin:24px 0;border:0;border-top:1px solid #d5dce2;',
  footer: 'margin:0 0 8px;font-size:14px;line-height:1.5;color:#4b5863;white-space:pre-line;',
} as const;

/** For mail programs that follow the reader's dark scheme; without quotes, as the renderer would escape them. */
export const darkScheme = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.m-page{background-color:#12171c!important;color:#e8edf1!important}
.m-card{background-color:#1a2128!important;border-color:#36424d!important}
.m-text{color:#e8edf1!important}
.m-muted{color:#a9b6c1!important}
.m-line{border-color:#36424d!important}
.m-link{color:#7cc4f0!important}
.m-button{background-color:#7cc4f0!important;color:#06202f!important}
.m-note{background-color:#152e3f!important;border-color:#7cc4f0!important}
}`;
