# Prints what JSON of Ruby makes of the body in the file named first, by the name of each way.
require 'json'

value = JSON.parse(File.read(ARGV[0], encoding: 'UTF-8'))
made = {
  'generate' => JSON.generate(value),
  'pretty' => JSON.pretty_generate(value),
  'to-s' => value.to_s,
}
puts JSON.generate(made.transform_values { |text| [text].pack('m0') })
