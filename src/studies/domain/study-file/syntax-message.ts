import type { ErrorCode } from 'yaml';

/**
 * What a person can do about a syntax error. The reader's own words may quote the file, and a file holds
 * names and addresses, so they are not passed on.
 */
export function syntaxMessage(errorCode: ErrorCode): string {
  return messages[errorCode] ?? 'is not valid YAML here; check the quotes, brackets and indentation';
}

const messages: Partial<Readonly<Record<ErrorCode, string>>> = {
  BAD_ALIAS: 'is not valid YAML here: * and & begin a reference; put the text between quotes',
  BAD_DQ_ESCAPE: 'is not valid YAML here: the backslash begins an escape that does not exist',
  BAD_INDENT: 'is not valid YAML here: the indentation does not fit the lines above',
  BAD_SCALAR_START: 'is not valid YAML here: text may not begin with this character; put it between quotes',
  BLOCK_AS_IMPLICIT_KEY: 'is not valid YAML here: text with ": " in it belongs between quotes',
  MISSING_CHAR: 'is not valid YAML here: a quote, bracket, comma or space is missing',
  MULTILINE_IMPLICIT_KEY: 'is not valid YAML here: a key may not run over several lines',
  MULTIPLE_DOCS: 'must be one document: a second one begins here (---)',
  RESOURCE_EXHAUSTION: 'is nested too deeply',
  TAB_AS_INDENT: 'is not valid YAML here: indent with spaces, not with tabs',
  TAG_RESOLVE_FAILED: 'must not use tags (!)',
};
