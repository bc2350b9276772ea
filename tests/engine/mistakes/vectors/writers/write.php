<?php
// Prints what json_encode makes of the body in the file named first, by the name of each way.
$text = file_get_contents($argv[1]);
$objects = json_decode($text);
$arrays = json_decode($text, true);
$hex = JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT;
$made = [
  'default' => json_encode($objects),
  'arrays' => json_encode($arrays),
  'unescaped-slashes' => json_encode($objects, JSON_UNESCAPED_SLASHES),
  'arrays-unescaped-slashes' => json_encode($arrays, JSON_UNESCAPED_SLASHES),
  'unescaped-unicode' => json_encode($objects, JSON_UNESCAPED_UNICODE),
  'unescaped-both' => json_encode($objects, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE),
  'pretty' => json_encode($objects, JSON_PRETTY_PRINT),
  'pretty-unescaped' => json_encode($objects, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE),
  'hex' => json_encode($objects, $hex),
  'zero-fraction' => json_encode($objects, JSON_PRESERVE_ZERO_FRACTION),
  'numeric-check' => json_encode($objects, JSON_NUMERIC_CHECK),
  'force-object' => json_encode($arrays, JSON_FORCE_OBJECT),
  'query' => http_build_query($arrays),
];
echo json_encode(array_map('base64_encode', $made));
