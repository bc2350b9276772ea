import { type CredentialNames, valueOf } from './credential-names.js';

const placeholder = /^\[value-of-[\w.-]*\]$/;
/** What the redactor leaves of a token, and what it puts in the place of a secret. */
const redacted = /^(?:.{6}…\S{0,4}|…|\[[\w -]+\])$/;
const authorization = /^(?:proxy-)?authorization(?:-customer)?$/i;
/** A shorter word after an unknown scheme, or without one, is what a wrong request made up. */
const shortestToken = 16;

// A value ends at a colon too: a path stands amid the text that is signed. In a URL it goes on.
const parameter =
  /([?&](?:amp;)?)([^=&?#\s"'<>]{1,100})=((?:\[value-of-[\w.-]*\])|[^&#\s"'<>\\:]+)/g;
const urlParameter = /([?&])([^=&?#\s]{1,100})=([^&#\s]+)/g;

const scalar = String.raw`-?\d[\d.eE+-]*|true|false`;
/** Members of JSON, and of JSON that is a text in JSON. A text can be cut off amid its value. */
const members = [
  new RegExp(String.raw`(")([^"\\]{1,100})("\s*:\s*)(?:"(?:[^"\\]|\\.)*(?:"|$)|${scalar})`, 'gs'),
  new RegExp(
    String.raw`(\\")([^"\\]{1,100})(\\"\s*:\s*)(?:\\"(?:[^"\\]|\\\\(?:\\.|[^\\])|\\[^"\\])*(?:\\?"|$)|${scalar})`,
    'gs',
  ),
];

/** Hides values by the name of the place where they stand, whatever they are. */
export class NamedValues {
  constructor(private readonly names: CredentialNames) {}

  /** A text with the values of its query parameters and members hidden. */
  inText(text: string): string {
    const shown = text.includes('=') ? this.#parameters(text, parameter) : text;
    return this.names.named && shown.includes(':') ? this.#members(shown) : shown;
  }

  /** A URL with the values of its query hidden. */
  inUrl(url: string): string {
    return this.#parameters(url, urlParameter);
  }

  /** A header's value, which is redacted by its text already. */
  ofHeader(name: string, value: string): string {
    if (value.trim() === '' || !this.names.header(name)) return value;
    if (authorization.test(name)) return credentialsOf(name, value);
    return redacted.test(value.trim()) ? value : valueOf(name);
  }

  /** What stands for the value of a member; undefined if it may be shown. */
  ofMember(name: string): string | undefined {
    return this.names.member(name) ? valueOf(name) : undefined;
  }

  #parameters(text: string, pattern: RegExp): string {
    return text.replace(pattern, (all: string, before: string, name: string, value: string) => {
      const plain = decoded(name);
      return this.names.query(plain) && !placeholder.test(value)
        ? `${before}${name}=${valueOf(plain)}`
        : all;
    });
  }

  #members(text: string): string {
    return members.reduce((left, pattern) => left.replace(pattern, this.#hideMember), text);
  }

  readonly #hideMember = (all: string, quote: string, name: string, between: string): string => {
    const shown = this.ofMember(name);
    return shown === undefined ? all : `${quote}${name}${between}${quote}${shown}${quote}`;
  };
}

/** Credentials with their scheme: tokens are shortened already, wrong requests have words that are no secret. */
function credentialsOf(name: string, value: string): string {
  const [, scheme = '', gap = '', rest = ''] = /^(\s*\S+)(\s+)(\S.*)$/s.exec(value) ?? [];
  if (rest === '') return hideWord(name, value);
  if (/^\s*bearer$/i.test(scheme) || rest.includes('…')) return value;
  return redacted.test(rest) ? value : `${scheme}${gap}${valueOf(name)}`;
}

function hideWord(name: string, value: string): string {
  return value.length < shortestToken || value.includes('…') || redacted.test(value)
    ? value
    : valueOf(name);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
