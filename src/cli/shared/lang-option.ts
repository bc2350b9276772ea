import { Option } from 'commander';

/** The option that says in which language a command prints. */
export function langOption(): Option {
  return new Option('--lang <language>', 'of what people read: English or Indonesian')
    .choices(['en', 'id'])
    .default('en');
}
