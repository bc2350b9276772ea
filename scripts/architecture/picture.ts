import { arrowsOf, withoutDetours } from './arrows.js';
import { folderOf, importsOf, roomOf, sourceFiles } from './import-graph.js';

const engine = 'src/engine';

/** The rooms of the picture: the engine by its folders, all else as a whole. */
function roomInPicture(file: string): string {
  return roomOf(file) === engine ? folderOf(file) : roomOf(file);
}

/**
 * The rooms of a package and their arrows as a flowchart of Mermaid, made from its imports.
 *
 * @param root Folder of the package.
 */
export function picture(root: string): string {
  const imports = sourceFiles(root).flatMap((file) => importsOf(root, file));
  const arrows = withoutDetours(arrowsOf(imports, roomInPicture));
  const rooms = [...arrows.keys()].sort();
  const [within, outside] = [
    rooms.filter((room) => room.startsWith(`${engine}/`)),
    rooms.filter((room) => !room.startsWith(`${engine}/`)),
  ];
  return [
    'flowchart TD',
    // What lies in no folder is the package's entry.
    ...outside.map((room) => `  ${node(room, room === 'src' ? 'src/index.ts' : room)}`),
    `  subgraph engine ["${engine}"]`,
    ...within.map((room) => `    ${node(room, room.slice(engine.length + 1))}`),
    '  end',
    ...rooms.flatMap((from) =>
      [...(arrows.get(from) ?? [])].sort().map((to) => `  ${id(from)} --> ${id(to)}`),
    ),
    '',
  ].join('\n');
}

function node(room: string, label: string): string {
  return `${id(room)}["${label}"]`;
}

function id(room: string): string {
  return room.replaceAll('/', '_');
}
