import mammoth from 'mammoth';
import readExcelFile from 'read-excel-file/node';
import { renderReport, whole } from '../../../reports/render.js';
import type { RenderOptions } from '../../../reports/report.js';
import type { Result } from '../../../schemas/generated/result.js';

/** A form as another program reads it: the lines before its table, and the table's rows by column. */
export interface ReadForm {
  file: string;
  head: string[];
  titles: string[];
  rows: Record<string, string>[];
}

const isTitles = (row: readonly string[]) => row[0] === 'No' && row[1] === 'Service';

/** The workbooks, read by another library than the one that wrote them. */
export async function readWorkbooks(result: Result, options?: RenderOptions): Promise<ReadForm[]> {
  return Promise.all(
    (await renderReport('form-xlsx', result, options)).map(async ({ file = '', content }) => {
      const [sheet] = await readExcelFile(Buffer.from(whole(content)), { trim: false });
      const rows = (sheet?.data ?? []).map((row) =>
        row.map((cell) => (cell === null ? '' : String(cell))),
      );
      const at = rows.findIndex(isTitles);
      const head = rows.slice(0, at).flatMap((row) => row.filter((cell) => cell !== '').join(' '));
      return { file, head: head.filter(Boolean), ...tableOf(rows.slice(at)) };
    }),
  );
}

/** The documents, read by another library than the one that wrote them. */
export async function readDocuments(result: Result, options?: RenderOptions): Promise<ReadForm[]> {
  return Promise.all(
    (await renderReport('form-docx', result, options)).map(async ({ file = '', content }) => {
      const { value } = await mammoth.convertToHtml(
        { buffer: Buffer.from(whole(content)) },
        { ignoreEmptyParagraphs: false },
      );
      const [head = '', table = ''] = value.split('<table>');
      const rows = table.split('<tr>').slice(1);
      const cells = rows.map((row) =>
        row
          .split(/<t[hd]>/)
          .slice(1)
          .map((cell) => textsOf(cell).join('\n')),
      );
      return { file, head: textsOf(head), ...tableOf(cells) };
    }),
  );
}

/** The paragraphs of HTML, as text. */
function textsOf(html: string): string[] {
  return [...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, text = '']) =>
    text
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
}

function tableOf([titles = [], ...rows]: string[][]): Pick<ReadForm, 'titles' | 'rows'> {
  return {
    titles,
    rows: rows.map((row) =>
      Object.fromEntries(titles.map((title, index) => [title, row[index] ?? ''])),
    ),
  };
}
