import type { Result } from '../../schemas/generated/result.js';
import type { FileReport, RenderOptions, ReportFile } from '../report.js';
import { fileSlugs } from '../shared/file-slug.js';
import { formDocument } from './form-document.js';
import { formsOf } from './forms.js';

/**
 * form-TARGET.docx: ASPI's certification form, filled in, one document for each target. Its one table comes after the
 * head of the form.
 */
export const formDocx: FileReport = { files };

async function files(result: Result, options?: RenderOptions): Promise<ReportFile[]> {
  const forms = formsOf(result, options?.certification);
  const slugs = fileSlugs(forms.map(({ name }) => name));
  return Promise.all(
    forms.map(async (form, index) => ({
      file: `form-${slugs[index]}.docx`,
      content: await formDocument(form),
    })),
  );
}
