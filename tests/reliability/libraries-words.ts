/** What a library says about itself. It helps nobody who tests a server, so no output may have any of it. */
export const librariesWords =
  /AssertionError|ERR_ASSERTION|The expression evaluated|UndiciError|node_modules|llhttp|HPE_|UND_ERR_|Parse Error:|Response does not match|\bat (?:Object|process|async|new)\b[^"]{0,80}:\d+:\d+/;
