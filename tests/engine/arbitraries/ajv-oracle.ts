import type { ErrorObject } from 'ajv/dist/2020.js';
import { escapePointer } from '../../../src/engine/input/json-pointer.js';
import { wireAjv } from '../../specs/wire-schema.js';

/** What ajv says is wrong with a value, by the place at fault. */
export interface AjvFinding {
  place: string;
  keyword: string;
}

/** Compiles a schema; the function gives what breaks it, without what only the branches of an anyOf say. */
export function ajvFindings(schema: unknown): (value: unknown) => AjvFinding[] {
  const validate = wireAjv().compile(schema as object);
  return (value) => {
    void validate(value);
    const errors = validate.errors ?? [];
    return errors.filter(({ schemaPath }) => !schemaPath.includes('/anyOf/')).map(finding);
  };
}

/** ajv reports a missing or surplus member at the object; here it stands at the member itself. */
function finding({ instancePath, keyword, params }: ErrorObject): AjvFinding {
  const member = params['missingProperty'] ?? params['additionalProperty'];
  const below = typeof member === 'string' ? `/${escapePointer(member)}` : '';
  return { place: instancePath + below, keyword };
}
