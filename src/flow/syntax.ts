/** What the YAML reader complains about, in words for somebody who has never heard of tokens. */
import type { YAMLError } from 'yaml'
import type { Finding } from './faults.ts'

/** Says what a syntax error is and how it is usually mended. */
export const syntaxFinding = (error: YAMLError): Finding => {
  const [says, mend] = WORDS[error.code] ?? [`the text is not valid YAML (${error.message})`, LAYOUT]
  return { path: [], says, mend }
}

const LAYOUT = 'compare the layout with the lines around it'
const COLON =
  'put the whole text in double quotes if it contains a colon, or move it two spaces in if it is a group'

const WORDS: Partial<Record<YAMLError['code'], [says: string, mend: string]>> = {
  BLOCK_AS_IMPLICIT_KEY: [
    'there is a second colon where text was expected, or the line is moved in too far',
    COLON,
  ],
  MULTILINE_IMPLICIT_KEY: ['a key with its colon was expected, such as "title: Data"', COLON],
  TAB_AS_INDENT: ['the line begins with a tab', 'use two spaces for each level instead of tabs'],
  BAD_INDENT: [
    'the line is not moved in as its list or group needs',
    'close every [ and { and use two spaces a level',
  ],
  MISSING_CHAR: ['something that was opened is not closed', 'look for a missing quote, colon, ] or }'],
  BAD_SCALAR_START: ['a text cannot begin with this character', 'put the text in double quotes'],
  BAD_DQ_ESCAPE: [
    'a backslash in double quotes starts a code, and this one is unknown',
    'use single quotes instead',
  ],
  MULTIPLE_DOCS: [
    'the file holds more than one document',
    'remove the lines --- and put each document in its own file',
  ],
  UNEXPECTED_TOKEN: ['something stands here that does not fit what is before it', LAYOUT],
  KEY_OVER_1024_CHARS: ['a key is longer than 1024 characters', 'put a text with a colon in double quotes'],
  RESOURCE_EXHAUSTION: ['the file is nested too deeply', 'a flow or problem needs fewer than ten levels'],
  TAG_RESOLVE_FAILED: [
    'a text that begins with ! is read as a tag',
    'put the text in double quotes, or remove the tag',
  ],
}
