import mammoth from 'mammoth';
import readExcelFile from 'read-excel-file/node';
import { reporterNames } from '../../reports/formats.js';
import { renderReport, whole } from '../../reports/render.js';
import type { Result } from '../../schemas/generated/result.js';
import { pageText } from './page-text.js';

/** What can be read in each file of every format: a workbook's cells, a document's paragraphs, what a page holds packed, Markdown without its escapes. */
export async function allReports(result: Result): Promise<string[]> {
  const files = await Promise.all(reporterNames.map((name) => renderReport(name, result)));
  return Promise.all(files.flat().map(({ file, content }) => readable(file, whole(content))));
}

export async function readable(
  file: string | undefined,
  content: string | Uint8Array,
): Promise<string> {
  if (typeof content !== 'string' && file?.endsWith('.docx')) {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(content) });
    return value;
  }
  if (typeof content !== 'string') {
    const sheets = await readExcelFile(Buffer.from(content));
    return sheets.flatMap(({ sheet, data }) => [sheet, ...data.flat().map(String)]).join('\n');
  }
  if (file?.endsWith('.html')) return pageText(content);
  return file?.endsWith('.md') ? content.replace(/\\(?=[^\w\s]|_)/g, '') : content;
}
