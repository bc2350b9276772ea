const longest = 80;

/** A user's value as an error message may repeat it: without a key or a password, and not too long. */
export function shownValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  if (/-----BEGIN|\\n/.test(text)) return 'a text of several lines';
  const plain = text.replace(/(:\/\/)[^/@\s]*@/g, '$1…@');
  return plain.length <= longest ? plain : `${plain.slice(0, longest)}…`;
}
