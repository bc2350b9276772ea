import type { SandboxAnswer } from './sandbox-answer.js';

/** Sets members of the body; the others keep their values and places. */
export function withMembers(
  answer: SandboxAnswer,
  members: Readonly<Record<string, unknown>>,
): SandboxAnswer {
  return { ...answer, body: { ...answer.body, ...members } };
}

/** Leaves a member of the body out. */
export function withoutMember(answer: SandboxAnswer, name: string): SandboxAnswer {
  const { [name]: _, ...body } = answer.body;
  return { ...answer, body };
}

/** Sets headers, by names as the answer writes them. */
export function withHeaders(
  answer: SandboxAnswer,
  headers: Readonly<Record<string, string>>,
): SandboxAnswer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Leaves a header out; the name has the letters that the answer writes it with. */
export function withoutHeader(answer: SandboxAnswer, name: string): SandboxAnswer {
  const { [name]: _, ...headers } = answer.headers;
  return { ...answer, headers };
}

/** Changes how the answer goes over the wire. */
export function withTransport(
  answer: SandboxAnswer,
  transport: SandboxAnswer['transport'],
): SandboxAnswer {
  return { ...answer, transport: { ...answer.transport, ...transport } };
}
