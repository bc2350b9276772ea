# Prints what JSON::PP makes of the body in the file named first, by the name of each way.
use strict;
use warnings;
use JSON::PP;
use MIME::Base64;

open(my $file, '<', $ARGV[0]) or die;
my $text = do { local $/; <$file> };
my $value = JSON::PP->new->utf8->decode($text);
my %made = (
  canonical => JSON::PP->new->utf8->canonical->encode($value),
  'canonical-ascii' => JSON::PP->new->ascii->canonical->encode($value),
  'canonical-pretty' => JSON::PP->new->utf8->canonical->pretty->encode($value),
);
print JSON::PP->new->canonical->encode({ map { $_ => encode_base64($made{$_}, '') } keys %made });
