import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';

/** What the writer takes for its files. */
type PageFeature = Feature<Stream | Buffer | Blob>;

/** How a sheet is printed. */
export interface SheetPage {
  /** Its name. */
  sheet: string;
  /** The row that each page repeats, counted from 1; absent for a sheet without such a row. */
  repeated?: number;
}

/** Inches. */
const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.25, footer: 0.25 };

/**
 * Prints each sheet as wide as the page, with as many pages as it takes, each with the head of its table and its
 * number: what the writer has no option for. Its sheets have `orientation`, which makes them A4.
 */
export async function pageSetup(pages: readonly SheetPage[]): Promise<PageFeature> {
  const { insertElementMarkupAccordingToOrderOfSiblings: insert, ...xml } = await import(
    'write-excel-file/utility'
  );
  const orderIn = (file: 'xl/workbook.xml' | 'xl/worksheets/sheet{id}.xml', tag: string) =>
    xml.getOrderOfSiblings(file, tag) ?? [];
  const sheetFile = 'xl/worksheets/sheet{id}.xml';
  return {
    files: {
      transform: {
        [sheetFile]: {
          transformElementAttributes: (tag, attributes) => {
            if (tag === 'pageSetup') return { ...attributes, fitToWidth: 1, fitToHeight: 0 };
            return tag === 'pageMargins' ? { ...attributes, ...margins } : attributes;
          },
          transform: (content) => {
            const order = orderIn(sheetFile, 'worksheet');
            const fitted = insert(
              content,
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              order,
              'worksheet',
            );
            const footer =
              '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>';
            return insert(fitted, footer, order, 'worksheet');
          },
        },
        'xl/workbook.xml': {
          transform: (content) => {
            const names = pages.map(({ sheet, repeated }, index) => {
              if (repeated === undefined) return '';
              const rows = `'${sheet.replaceAll("'", "''")}'!$${repeated}:$${repeated}`;
              const name = `name="_xlnm.Print_Titles" localSheetId="${index}"`;
              return `<definedName ${name}>${xml.sanitizeTextContent(rows)}</definedName>`;
            });
            const markup = `<definedNames>${names.join('')}</definedNames>`;
            const own = xml.findElement(content, 'definedNames');
            return own
              ? xml.replaceElement(content, own, markup)
              : insert(content, markup, orderIn('xl/workbook.xml', 'workbook'), 'workbook');
          },
        },
      },
    },
  };
}
