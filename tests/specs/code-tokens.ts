/** Forms of text that no translation may change; no word of a language has one of them. */
const forms = [
  /`[^`]+`/g,
  /"[^"]*"/g,
  // X-TIMESTAMP, CHANNEL-ID, Content-Type, signature-auth
  /\b[A-Z]\w*(?:-[A-Z]\w*)+\b/g,
  /\bsignature-(?:auth|service)\b/g,
  // grantType, client_credentials, Buffer.from
  /\b\w*(?:[a-z][A-Z]|_)\w*\b/g,
  /\b[A-Za-z]\w*\.[a-z]\w*\b/g,
  // application/json, Asia/Jakarta
  /\b(?:application|text|Asia)\/\w+\b/g,
  // JSON, LIKE
  /\b[A-Z]{2,}\b/g,
  // 4007300, 2xx, 10.000, 07:00, TLSv1.2, SHA512
  /\w*\d\w*(?:[.,:]\d+)*/g,
  // Bearer, Accept, OAuth, the T of a timestamp: what is capitalised within a sentence
  /(?<=[a-z,;] )[A-Z]\w*/g,
  /\b(?:null|exp|jwk|jku|println|heredoc)\b|\{\}|%z/g,
];

/** Names, codes and literals of a text, each once, those that hold others first. */
export function codeTokens(text: string): string[] {
  return [...new Set(forms.flatMap((form) => text.match(form) ?? []))];
}

/** True if a token stands in a text by itself, not as a part of another one. */
export function holdsToken(text: string, token: string): boolean {
  if (/^\W|\W$/.test(token)) return text.includes(token);
  return new RegExp(`(?<!\\w)${token.replaceAll('.', '\\.')}(?!\\w)`).test(text);
}
