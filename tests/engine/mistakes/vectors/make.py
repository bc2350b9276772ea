"""Makes the signatures of signatures.json by other means than this package's code.

Each is signed by openssl or by Python's hmac. Bodies are written by the JSON writers of PHP, Python, Go, Ruby, Java
(Gson, Jackson), .NET (Newtonsoft.Json), Perl and Node.js, timestamps by their formatters: see writers/. It needs all of
these, and is run only to make the file anew: python3 make.py FOLDER-OF-THE-COMPILED-WRITERS.
"""

import base64
import hashlib
import hmac
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import urllib.parse
from datetime import datetime, timedelta, timezone

here = os.path.dirname(os.path.abspath(__file__))
compiled = sys.argv[1]
chance = random.Random(7)


def run(*command, data=b"", text=False):
    made = subprocess.run(command, input=data, capture_output=True, check=True, cwd=compiled).stdout
    return made.decode() if text else made


# --- keys

scratch = tempfile.mkdtemp()


def new_key(name, bits=2048):
    file = os.path.join(scratch, name)
    run("openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", f"rsa_keygen_bits:{bits}", "-out", file)
    run("openssl", "pkey", "-in", file, "-pubout", "-out", file + ".pub")
    return file


client, other = new_key("client"), new_key("other")
pem = lambda key: open(key + ".pub", encoding="ascii").read()

# --- what is signed

client_id = "962489e9-de5d-4eb7-92a4-b07d44d64bf4"
secret = "dGhlPnNlY3JldD9vZi1hLXNob3AvMQ=="
token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ0b2tvLTEifQ.Q29udG9oU2lnbmF0dXJl"
sent_at = "2026-12-28T20:04:09+07:00"
moment = datetime.fromisoformat(sent_at)
millis = str(int(moment.timestamp()) * 1000)
origin, prefix = "https://sandbox.example", "/snap"
path = "/snap/v1.0/transfer%2Fva/status?to=2026%2F12%2f31&from=a%20b&page=1"

# --- signing


def rsa(text, key=client, digest="sha256", options=()):
    data = text.encode() if isinstance(text, str) else text
    flags = [flag for option in options for flag in ("-sigopt", option)]
    return run("openssl", "dgst", f"-{digest}", "-sign", key, *flags, data=data)


def rsa_raw(content):
    return run("openssl", "pkeyutl", "-sign", "-inkey", client, "-pkeyopt", "rsa_padding_mode:pkcs1", data=content)


def mac(text, key=secret, digest="sha512"):
    data = text.encode() if isinstance(text, str) else text
    key = key.encode() if isinstance(key, str) else key
    return hmac.new(key, data, digest).digest()


b64 = lambda data: base64.b64encode(data).decode()
sha = lambda data, digest="sha256": hashlib.new(
    digest, data.encode() if isinstance(data, str) else data
).hexdigest()


def minify(text):
    return re.sub(r'"(?:[^"\\]|\\.)*"|\s+', lambda m: m.group() if m.group()[0] == '"' else "", text)


vectors = []


def token_vector(name, how, signature, mistakes, timestamp=sent_at, **more):
    vectors.append(
        {"name": name, "how": how, "service": "token", "timestamp": timestamp, "signature": signature,
         "mistakes": mistakes, **more}
    )


# --- timestamps, by the formatters of other languages

times = {}  # name: (text, mistake, how)


def time_of(name, text, mistake, how):
    if text.strip("\n") != sent_at:
        times[name] = (text, mistake, how)


java = dict(
    line.split("\t") for line in run("java", "Times", millis, text=True).splitlines()
)
for name, mistake in {
    "week-year": "time/week-year", "minutes-as-month": "time/minutes-as-month",
    "month-as-minutes": "time/month-as-minutes", "day-of-year": "time/day-of-year",
    "twelve-hours": "time/twelve-hour-clock", "milliseconds-as-seconds": "time/fraction-as-seconds|time/no-seconds",
    "no-colon": "time/offset-without-colon", "hours-alone": "time/offset-without-minutes",
    "zone-name": "time/zone-name", "no-zone": "time/no-offset", "milliseconds": "time/milliseconds-added",
    "literal-z": "time/local-digits-as-utc", "compact": "time/compact", "short-year": "time/short-year",
    "day-first": "time/day-month-year", "swapped": "time/day-and-month-swapped", "to-string": "time/language-default",
    "instant": "time/utc-form", "arabic": "time/arabic-digits", "zoned": "time/zone-name",
    "rfc-1123": "time/http-date", "epoch": "time/epoch-milliseconds", "buddhist": "time/buddhist-year",
}.items():
    time_of(f"java-{name}", java[name], mistake, "Java, SimpleDateFormat or java.time")
php = lambda pattern: run(
    "php", "-r", 'date_default_timezone_set("Asia/Jakarta"); echo date($argv[1], $argv[2]);', pattern,
    str(int(moment.timestamp())), text=True,
)
for pattern, mistake in {
    "Y-m-d\\TH:i:s.uP": "time/more-fraction-digits", "Y-m-d\\TH:m:sP": "time/month-as-minutes",
    "Y-i-d\\TH:i:sP": "time/minutes-as-month", "Y-m-d\\Th:i:sP": "time/twelve-hour-clock",
    "Y-m-d\\TH:i:sO": "time/offset-without-colon", "U": "time/epoch-seconds", "Y-m-d H:i:sP": "time/space-for-t",
    "Y-m-d": "time/date-only", "YmdHis": "time/compact", "Y/m/d H:i:s": "time/slashes",
    "Y-m-d\\TH:i:sT": "time/zone-name", "y-m-d\\TH:i:sP": "time/short-year", "Y-n-j\\TG:i:sP": "time/unpadded",
}.items():
    time_of(f"php-{pattern}", php(pattern), mistake, f"PHP, date('{pattern}')")
node = lambda code: run(
    "env", "TZ=Asia/Jakarta", "node", "-e", f"const d = new Date({millis}); process.stdout.write(String({code}))",
    text=True,
)
for code, mistake in {
    "d.toISOString()": "time/iso-string", "d": "time/language-default", "d.toUTCString()": "time/http-date",
    "d.getTime()": "time/epoch-milliseconds", "d.toLocaleString('sv-SE')": "time/space-for-t+time/no-offset",
    "d.toLocaleString('id-ID')": "time/language-default", "d.toLocaleString('en-US')": "time/language-default",
    "d.toISOString().replace('Z', '+07:00')": "time/utc-digits+time/milliseconds-added",
    "d.toISOString().slice(0, 19) + '+07:00'": "time/utc-digits",
    "d.toISOString().replace('.000', '')": "time/utc-form",
    "new Date(NaN)": "time/undefined", "undefined": "time/undefined",
    "`${d.getFullYear()}-${d.getMonth()}-${d.getDate()}T20:04:09+07:00`": "time/month-from-zero",
    "JSON.stringify('2026-12-28T20:04:09+07:00')": "time/quoted",
    "encodeURIComponent('2026-12-28T20:04:09+07:00')": "time/percent-encoded",
}.items():
    time_of(f"node-{code}", node(code), mistake, f"Node.js, {code}")
jakarta = timezone(timedelta(hours=7))
python_times = {
    "isoformat-utc": (moment.astimezone(timezone.utc).isoformat(), "time/other-offset"),
    "strftime-z": (moment.strftime("%Y-%m-%dT%H:%M:%S%z"), "time/offset-without-colon"),
    "str": (str(moment), "time/space-for-t"),
    "naive": (moment.replace(tzinfo=None).isoformat(), "time/no-offset"),
    "tokyo": (moment.astimezone(timezone(timedelta(hours=9))).isoformat(), "time/other-offset"),
    "timestamp": (str(moment.timestamp()), "time/epoch-seconds"),
    "ctime": (moment.strftime("%Y-%m-%dT%I:%M:%S+07:00"), "time/twelve-hour-clock"),
    "minus": (moment.replace(tzinfo=timezone(timedelta(hours=-7))).isoformat(), "time/minus-for-plus"),
    "twice": ((moment + timedelta(hours=7)).isoformat(), "time/offset-added-twice"),
    "utc-digits": ((moment - timedelta(hours=7)).isoformat(), "time/utc-digits"),
    "seven-digits": (moment.strftime("%Y-%m-%dT%H:%M:%S.0000000+07:00"), "time/more-fraction-digits"),
    "plus-lost": (urllib.parse.unquote_plus(sent_at), "time/plus-lost"),
    "newline": (sent_at + "\n", "time/white-space|text/trailing-newline"),
    "jayapura": ((moment + timedelta(hours=2)).isoformat(), "time/hours-apart"),
    "yesterday": ((moment - timedelta(days=1)).isoformat(), "time/day-apart"),
    "lower": (sent_at.lower(), "time/lower-case-letters"),
}
for seconds in (1, -1, 3, -4):
    python_times[f"{seconds}s"] = ((moment + timedelta(seconds=seconds)).isoformat(), "time/clock-read-twice")
for seconds in (7, -20, 59):
    python_times[f"{seconds}s"] = ((moment + timedelta(seconds=seconds)).isoformat(), "time/seconds-apart")
for seconds in (75, -600, 1799):
    python_times[f"{seconds}s"] = ((moment + timedelta(seconds=seconds)).isoformat(), "time/minutes-apart")
for name, (text, mistake) in python_times.items():
    time_of(f"python-{name}", text, mistake, "Python, datetime")


def names(*mistakes):
    return [each for mistake in mistakes for each in mistake.split("+") if each]


for name, (text, mistake, how) in times.items():
    token_vector(f"time/{name}", f"timestamp by {how}; openssl dgst -sha256 -sign", b64(rsa(f"{client_id}|{text}")),
                 names(mistake))
# Sent in other forms.
for sent, signed, mistake in [
    ("2026-12-28T20:04:09.123+07:00", "2026-12-28T20:04:09.124+07:00", "time/milliseconds-apart"),
    ("2026-12-28T20:04:09.123+07:00", "2026-12-28T20:04:09+07:00", "time/fraction-not-signed"),
    ("2026-12-28T20:04:09.123+07:00", "2026-12-28T20:04:09.000+07:00", "time/milliseconds-zeroed"),
    ("2026-12-28T20:04:09.123456+07:00", "2026-12-28T20:04:09.123+07:00", "time/fraction-cut-off"),
    ("2026-12-28T20:04:09+07:00", "2026-12-28T20:04:09.482+07:00", "time/fraction-dropped"),
    ("2026-12-28T20:04:09+0700", "2026-12-28T20:04:09+07:00", "time/offset-in-full"),
    ("2026-12-28T20:04:09 07:00", "2026-12-28T20:04:09+07:00", "time/plus-restored"),
    ("2026-12-28 20:04:09", "2026-12-28T20:04:09+07:00", "time/t-for-space+time/offset-in-full"),
    ("2026-12-28T13:04:09Z", "2026-12-28T20:04:09+07:00", "time/other-offset"),
    ("2026-12-28T20:04:09Z", "2026-12-28T20:04:09+07:00", "time/other-offset-label"),
    ("2026-12-28T20:04:09", "2026-12-28T20:04:09+07:00", "time/offset-in-full"),
    (" 2026-12-28T20:04:09+07:00", "2026-12-28T20:04:09+07:00", "time/trimmed"),
    ("2026-12-28T20%3A04%3A09%2B07%3A00", "2026-12-28T20:04:09+07:00", "time/percent-decoded"),
]:
    token_vector(f"sent/{sent}, signed {signed}", f"signed {signed}; openssl dgst -sha256 -sign", b64(rsa(f"{client_id}|{signed}")),
                 names(mistake), timestamp=sent)

# --- the text of a token request

right = f"{client_id}|{sent_at}"
body73 = '{"grantType":"client_credentials"}'
texts = {
    "swapped": (f"{sent_at}|{client_id}", "text/id-and-time-swapped"),
    "no-delimiter": (client_id + sent_at, "text/no-delimiter"),
    "colon": (f"{client_id}:{sent_at}", "text/colon-delimiter"),
    "spaces": (f"{client_id} | {sent_at}", "text/spaced-delimiter"),
    "backslash": (f"{client_id}\\|{sent_at}", "text/backslash-before-delimiter"),
    "percent-pipe": (f"{client_id}%7C{sent_at}", "text/encoded-delimiter"),
    "double": (f"{client_id}||{sent_at}", "text/doubled-delimiter"),
    "comma": (f"{client_id},{sent_at}", "text/other-delimiter"),
    "hyphen": (f"{client_id}-{sent_at}", "text/other-delimiter"),
    "newline-between": (f"{client_id}\n{sent_at}", "text/other-delimiter"),
    "full-width": (f"{client_id}\uff5c{sent_at}", "text/delimiter-look-alike"),
    "id": (client_id, "text/id-alone"),
    "time": (sent_at, "text/time-alone"),
    "newline": (right + "\n", "text/trailing-newline"),
    "cr-lf": (right + "\r\n", "text/trailing-cr-lf"),
    "backslash-n": (right + "\\n", "text/escaped-newline"),
    "nul": (right + "\0", "text/nul-at-the-end"),
    "quoted": (f'"{right}"', "text/quoted"),
    "single-quoted": (f"'{right}'", "text/quoted"),
    "bom": ("\ufeff" + right, "text/byte-order-mark"),
    "utf-16le": (right.encode("utf-16-le"), "text/utf-16"),
    "utf-16be": (right.encode("utf-16-be"), "text/utf-16"),
    "utf-16": (right.encode("utf-16"), "text/utf-16"),
    "utf-32": (right.encode("utf-32-le"), "text/utf-32"),
    "upper": (right.upper(), "text/upper-case|id/letter-case"),
    "lower": (right.lower(), "text/lower-case"),
    "percent": (urllib.parse.quote(right, safe=""), "text/percent-encoded"),
    "base64": (base64.b64encode(right.encode()), "text/base64"),
    "hex": (right.encode().hex(), "text/hex"),
    "sha256-hex": (sha(right), "text/hashed-before"),
    "sha256-upper": (sha(right).upper(), "text/hashed-before"),
    "sha256-bytes": (hashlib.sha256(right.encode()).digest(), "text/hashed-before"),
    "sha256-base64": (b64(hashlib.sha256(right.encode()).digest()), "text/hashed-before"),
    "sha512-hex": (sha(right, "sha512"), "text/hashed-before"),
    "md5": (sha(right, "md5"), "text/hashed-before"),
    "json": (json.dumps({"clientId": client_id, "timestamp": sent_at}, separators=(",", ":")), "text/as-json"),
    "pairs": (f"clientId={client_id}&timestamp={sent_at}", "text/as-pairs"),
    "json-escaped": (json.dumps(right), "text/json-escaped|text/quoted"),
    "with-secret": (f"{client_id}|{secret}|{sent_at}", "text/with-secret"),
    "with-secret-last": (f"{client_id}|{sent_at}|{secret}", "text/with-secret"),
    "with-body": (f"{right}|{body73}", "text/with-body"),
    "transaction": (f"POST:/v1.0/access-token/b2b:{sha(body73)}:{sent_at}", "scheme/transaction-text"),
    "undefined": (f"undefined|{sent_at}", "id/undefined"),
    "null": (f"null|{sent_at}", "id/undefined"),
    "empty-id": (f"|{sent_at}", "id/empty"),
    "empty-time": (f"{client_id}|", "time/empty"),
    "undefined-time": (f"{client_id}|undefined", "time/undefined"),
    "id-upper": (f"{client_id.upper()}|{sent_at}", "id/letter-case"),
    "id-newline": (f"{client_id}\n|{sent_at}", "id/white-space"),
    "id-space": (f"{client_id} |{sent_at}", "id/white-space"),
    "id-quoted": (f'"{client_id}"|{sent_at}', "id/quoted"),
    "id-zero-width": (f"{client_id}\u200b|{sent_at}", "id/invisible-character"),
    "id-no-hyphens": (f"{client_id.replace('-', '')}|{sent_at}", "id/without-hyphens"),
    "id-base64": (f"{b64(client_id.encode())}|{sent_at}", "id/base64"),
    "trailing-pipe": (right + "|", "text/trailing-delimiter"),
    "plus-to-space": (right.replace("+", " "), "text/plus-as-space|time/plus-lost"),
    "bytes": (f"b'{right}'", "text/in-braces"),
    "labelled": (f"stringToSign={right}", "text/labelled"),
}
for name, (text, mistake) in texts.items():
    token_vector(f"text/{name}", "text by Python; openssl dgst -sha256 -sign", b64(rsa(text)), names(mistake))

# --- algorithm and key of a token request

digest = hashlib.sha256(right.encode()).digest()
pss = "rsa_padding_mode:pss"
for name, signature, mistake, how in [
    *[(f"rsa-{d}", rsa(right, digest=d), "hash/rsa-algorithm", f"openssl dgst -{d} -sign")
      for d in ("sha1", "sha224", "sha384", "sha512", "md5")],
    *[(f"pss-{d}", rsa(right, digest=d, options=(pss, "rsa_pss_saltlen:-1")), "hash/pss", f"openssl dgst -{d}, PSS")
      for d in ("sha256", "sha1", "sha384", "sha512")],
    ("pss-max-salt", rsa(right, options=(pss, "rsa_pss_saltlen:-2")), "hash/pss", "openssl, PSS, longest salt"),
    ("pss-mgf1-sha1", rsa(right, options=(pss, "rsa_mgf1_md:sha1")), "hash/pss", "openssl, PSS, MGF1 with SHA-1"),
    ("bare-digest", rsa_raw(digest), "hash/no-digest-info", "openssl pkeyutl -sign of the digest"),
    ("bare-hex", rsa_raw(sha(right).encode()), "hash/no-digest-info", "openssl pkeyutl -sign of the hex digest"),
    ("bare-text", rsa_raw(right.encode()), "hash/text-not-hashed", "openssl pkeyutl -sign of the text"),
    ("no-padding", run("openssl", "rsautl", "-sign", "-raw", "-inkey", client, data=digest.rjust(256, b"\0")),
     "hash/no-padding+hash/no-digest-info", "openssl rsautl -sign -raw of the digest"),
    ("other-key", rsa(right, key=other), "secret/another-key-of-set", "openssl dgst -sha256 -sign, other key"),
    ("hmac-secret", mac(right), "scheme/hmac", "Python, hmac"),
    ("hmac-sha256", mac(right, digest="sha256"), "scheme/hmac+hash/other-hmac", "Python, hmac"),
    ("hmac-public-key", mac(right, key=pem(client)), "scheme/hmac+secret/public-key", "Python, hmac"),
    ("hmac-id", mac(right, key=client_id), "scheme/hmac+secret/client-id", "Python, hmac"),
    ("plain-sha512", hashlib.sha512(right.encode()).digest(), "scheme/hmac+hash/no-key", "Python, hashlib"),
]:
    token_vector(f"key/{name}", how, b64(signature), names(mistake))
token_vector("key/other-key-and-hex", "openssl, other key", rsa(right, key=other).hex(),
             ["secret/another-key-of-set", "encoding/hex"])

# --- how the bytes are written

# One that has all the characters that can be damaged.
at = moment
while True:
    stamp = at.isoformat()
    signature = rsa(f"{client_id}|{stamp}")
    text = b64(signature)
    if all(letter in text for letter in "+/") and signature[0] != 0:
        break
    at += timedelta(seconds=1)
url = base64.urlsafe_b64encode(signature).decode()
wrap76 = base64.encodebytes(signature).decode()
mac_wrap = "\n".join(text[i:i + 64] for i in range(0, len(text), 64))
signed_bytes = [byte - 256 if byte > 127 else byte for byte in signature]
writings = {
    "hex": (signature.hex(), "encoding/hex"),
    "hex-upper": (signature.hex().upper(), "encoding/hex"),
    "base64url": (url, "encoding/base64url"),
    "base64url-unpadded": (url.rstrip("="), "encoding/base64url"),
    "unpadded": (text.rstrip("="), "encoding/unpadded"),
    "wrapped": (wrap76, "encoding/line-breaks"),
    "wrapped-64": (mac_wrap, "encoding/line-breaks"),
    "wrapped-cr-lf": (mac_wrap.replace("\n", "\r\n"), "encoding/line-breaks"),
    "wrapped-as-text": (mac_wrap.replace("\n", "\\n"), "encoding/line-breaks"),
    "newline": (text + "\n", "encoding/white-space|encoding/line-breaks"),
    "percent": (urllib.parse.quote(text, safe=""), "encoding/percent-encoded"),
    "percent-lower": (re.sub("%..", lambda m: m.group().lower(), urllib.parse.quote(text, safe="")),
                      "encoding/percent-encoded"),
    "percent-twice": (urllib.parse.quote(urllib.parse.quote(text, safe=""), safe=""),
                      "encoding/percent-encoded-twice"),
    "plus-as-space": (urllib.parse.unquote_plus(text), "encoding/plus-as-space"),
    "slashes": (text.replace("/", "\\/"), "encoding/slashes-escaped"),
    "bytes": (str(base64.b64encode(signature)), "encoding/python-bytes"),
    "quotes": (json.dumps(text), "encoding/quoted"),
    "single-quotes": (f"'{text}'", "encoding/quoted"),
    "prefix": (f"SHA256withRSA={text}", "encoding/prefixed"),
    "header-name": (f"X-SIGNATURE: {text}", "encoding/prefixed"),
    "dashes": (signature.hex("-"), "encoding/hex-in-pairs"),
    "dashes-upper": (signature.hex("-").upper(), "encoding/hex-in-pairs"),
    "colons": (signature.hex(":"), "encoding/hex-in-pairs"),
    "0x": ("0x" + signature.hex(), "encoding/hex-prefixed"),
    "numbers": (str(list(signature)), "encoding/number-list"),
    "java-numbers": (str(signed_bytes), "encoding/number-list"),
    "js-numbers": (",".join(map(str, signature)), "encoding/number-list"),
    "node-json": (json.dumps({"type": "Buffer", "data": list(signature)}, separators=(",", ":")),
                  "encoding/node-buffer"),
    "reversed": (b64(signature[::-1]), "encoding/byte-order-reversed"),
    "latin-1": (signature.decode("latin-1"), "encoding/bytes-as-text"),
    "utf-8-of-latin-1": (b64(signature.decode("latin-1").encode()), "encoding/bytes-as-text"),
    "base64-of-hex": (b64(signature.hex().encode()), "encoding/base64-of-hex"),
    "base64-of-hex-upper": (b64(signature.hex().upper().encode()), "encoding/base64-of-hex"),
    "base64-twice": (b64(text.encode()), "encoding/base64-twice"),
    "hex-of-base64": (text.encode().hex(), "encoding/hex-of-base64"),
    "base32": (base64.b32encode(signature).decode(), "encoding/base32"),
    "utf-16": (b64(text.encode("utf-16-le")), "encoding/utf-16"),
    "leading-zero": (b64(b"\0" + signature), "encoding/zero-before"),
    "html": (text.replace("+", "&#43;").replace("=", "&#61;"), "encoding/html-escaped+encoding/html-escaped"),
    "json-escaped": (text.replace("+", "\\u002B"), "encoding/json-escaped"),
    "twice-joined": (f"{text}, {text}", "encoding/sent-twice"),
    "decimal": (str(int.from_bytes(signature, "big")), "encoding/decimal"),
    "quoted-and-percent": (urllib.parse.quote(json.dumps(text), safe=""), "encoding/percent-encoded+encoding/quoted"),
    "wrapped-and-quoted": (json.dumps(mac_wrap), "encoding/quoted+encoding/line-breaks"),
    "url-in-bytes": (str(base64.urlsafe_b64encode(signature)), "encoding/python-bytes+encoding/base64url"),
    "hex-quoted": (json.dumps(signature.hex()), "encoding/quoted+encoding/hex"),
    "base64url-base64": (b64(url.encode()), "encoding/base64-of-base64url"),
    "comma": (text + ",", "encoding/comma-after"),
}
for name, (written, mistake) in writings.items():
    token_vector(f"writing/{name}", "openssl dgst -sha256 -sign, written by Python", written, names(mistake),
                 timestamp=stamp)
token_vector("writing/cut-255", "openssl dgst -sha256 -sign, cut at 255 characters", text[:255], ["encoding/cut"],
             timestamp=stamp)
token_vector("writing/cut-128", "openssl dgst -sha256 -sign, cut at 128 characters", text[:130], ["encoding/cut"],
             timestamp=stamp)

# --- bodies, by the JSON writers of other languages

commands = {
    "php": ("php", "write.php"), "python": ("python3", "write.py"), "go": ("./write_go",), "ruby": ("ruby", "write.rb"),
    "java": ("java", "-cp", "/usr/share/java/*:.", "Write"), "newtonsoft": ("mono", "Write.exe"),
    "perl": ("perl", "write.pl"), "node": ("node", "write.mjs"),
}
written_as = {
    "php": {
        "default": "body/php", "arrays": "body/php-arrays|body/php", "unescaped-slashes": "body/php-unescaped-slashes",
        "arrays-unescaped-slashes": "body/php-unescaped-slashes", "unescaped-unicode": "body/php-unescaped-unicode",
        "unescaped-both": "body/php-unescaped", "pretty": "body/php-pretty-print",
        "pretty-unescaped": "body/php-pretty-print", "hex": "body/php-hex-flags", "zero-fraction": "body/php-zero-fraction",
        "numeric-check": "body/php-numeric-check", "force-object": "body/php-force-object", "query": "body/form-encoded",
    },
    "python": {
        "default": "body/python", "compact": "body/python-compact", "unicode": "body/python-unicode",
        "compact-unicode": "body/python-unicode", "sorted": "body/python-sorted",
        "compact-sorted": "body/python-sorted", "indent-2": "body/python-indent",
        "indent-4": "body/python-indent", "indent-4-unicode": "body/python-indent", "str": "body/python-dict",
    },
    "go": {
        "map": "body/go-map", "map-indent-2": "body/go-indent", "map-tab": "body/go-indent",
        "map-encoder": "body/go-encoder", "map-encoder-plain": "body/go-encoder", "raw": "body/go",
        "print": "body/go-print",
    },
    "ruby": {"generate": "body/ruby", "pretty": "body/ruby", "to-s": "body/ruby-hash"},
    "java": {
        "gson-tree": "body/gson", "gson-map": "body/gson-map", "gson-nulls": "body/gson", "gson-pretty": "body/gson-pretty",
        "gson-plain": "body/gson", "jackson-tree": "body/jackson", "jackson-map": "body/jackson",
        "jackson-pretty": "body/jackson-pretty", "jackson-sorted": "body/jackson+body/sorted-members",
        "jackson-ascii": "body/jackson-ascii", "map-to-string": "body/java-map",
    },
    "newtonsoft": {
        "default": "body/newtonsoft", "indented": "body/newtonsoft-indented", "ascii": "body/newtonsoft",
        "html": "body/newtonsoft",
    },
    "perl": {"canonical": "body/perl", "canonical-ascii": "body/perl", "canonical-pretty": "body/perl"},
    "node": {
        "stringify": "body/javascript", "indent-2": "body/javascript-indent", "indent-4": "body/javascript-indent",
        "tab": "body/javascript-indent", "sorted": "body/javascript+body/sorted-members", "twice": "body/as-json-text",
        "query": "body/form-encoded", "template": "body/undefined",
    },
}
sent_bodies = {
    name: open(os.path.join(here, "bodies", f"{name}.json"), encoding="utf-8", newline="").read()
    for name in ("shop", "numbers", "nested", "pretty")
}
written = {}
for body, content in sent_bodies.items():
    for language, command in commands.items():
        made = json.loads(run(*command, os.path.join(here, "bodies", f"{body}.json")))
        for way, encoded in made.items():
            if way in written_as[language]:
                text = base64.b64decode(encoded)
                if text != minify(content).encode():
                    written[body, language, way] = (text, written_as[language][way])


def transaction_vector(name, how, mistakes, body="shop", hashed=None, form=None, key=secret, digest="sha512",
                       write=b64, text=None, sign=None, scheme="symmetric", **parts):
    content = sent_bodies[body] if body else ""
    hashed = minify(content).encode() if hashed is None else hashed
    values = {"method": "POST", "path": path, "token": token, "hash": (form or sha)(hashed), "time": sent_at, **parts}
    if scheme == "asymmetric":
        del values["token"]
    signed = text(values) if text else ":".join(values.values())
    data = sign(signed) if sign else mac(signed, key=key, digest=digest) if scheme == "symmetric" else rsa(signed)
    group, rest = name.split("/", 1)
    name = name if group in ("body", "asymmetric", "together") else f"transaction-{group}/{rest}"
    vectors.append({
        "name": name, "how": how, "service": "transaction", "scheme": scheme, **({"body": body} if body else {}),
        "timestamp": sent_at, "signature": write(data), "mistakes": mistakes,
    })


groups = {}
for (body, language, way), (text, mistake) in written.items():
    groups.setdefault((body, text), []).append((language, way, mistake))
for (body, text), made in groups.items():
    # Of equal texts one is enough; any of those that write it may be named.
    (language, way, _), *_ = made
    readings = [names(mistake) for _, _, mistake in made]
    if any("body/sorted-members" in reading for reading in readings):
        readings.append(["body/sorted-members|body/sorted-in-part"])
    transaction_vector(f"body/{body}-{language}-{way}", f"body by {language}, {way}; Python, hmac", readings[0],
                       body=body, hashed=text)
    if readings[1:]:
        vectors[-1]["or"] = readings[1:]
pretty = sent_bodies["pretty"]
shop = sent_bodies["shop"]
for name, body, hashed, mistake in [
    ("raw", "pretty", pretty.encode(), "body/raw"),
    ("raw-stripped", "pretty", pretty.strip().encode(), "body/trimmed"),
    ("no-spaces-at-all", "pretty", "".join(pretty.split()).encode(), "body/white-space-removed"),
    ("cr-lf", "pretty", pretty.replace("\n", "\r\n").encode(), "body/other-line-ends"),
    ("no-newlines", "pretty", pretty.replace("\n", "").encode(), "body/line-ends-alone-removed"),
    ("spaces-alone", "pretty", pretty.replace(" ", "").encode(), "body/spaces-alone-removed"),
    ("newline-after", "shop", (shop + "\n").encode(), "body/trailing-newline"),
    ("bom", "shop", b"\xef\xbb\xbf" + shop.encode(), "body/byte-order-mark"),
    ("utf-16", "shop", shop.encode("utf-16-le"), "body/utf-16"),
    ("question-marks", "shop", shop.encode("ascii", "replace"), "body/question-marks"),
    ("mojibake", "shop", shop.encode().decode("latin-1").encode(), "body/utf-8-twice"),
    ("lower", "shop", shop.lower().encode(), "body/lower-case"),
    ("base64", "shop", base64.b64encode(shop.encode()), "body/base64"),
    ("percent", "shop", urllib.parse.quote(shop, safe="").encode(), "body/percent-encoded"),
    ("empty", "shop", b"", "body/empty"),
    ("object", "shop", b"{}", "body/empty-object"),
    ("null", "shop", b"null", "body/null"),
    ("array", "shop", b"[]", "body/empty-array"),
    ("two-quotes", "shop", b'""', "body/empty-text"),
    ("none-object", None, b"{}", "body/empty-object"),
    ("none-null", None, b"null", "body/null"),
    ("none-array", None, b"[]", "body/empty-array"),
    ("none-quotes", None, b'""', "body/empty-text"),
    ("none-undefined", None, b"undefined", "body/undefined"),
    ("php-array", "shop", b"Array", "body/undefined"),
]:
    transaction_vector(f"body/{name}", "body by Python; Python, hmac", names(mistake), body=body, hashed=hashed)
without_nulls = json.dumps(
    {k: v for k, v in json.loads(sent_bodies["nested"]).items() if v is not None}, ensure_ascii=False,
    separators=(",", ":")).replace('"notes":null', "").replace(',}', "}")
transaction_vector("body/nulls-dropped", "body by Python; Python, hmac", ["body/nulls-dropped"], body="nested",
                   hashed=without_nulls.encode())
raw_digest = lambda d: hashlib.sha256(d).digest()
for name, form, mistake in [
    ("upper", lambda d: sha(d).upper(), "hash/upper-case"), ("base64", lambda d: b64(raw_digest(d)), "hash/base64"),
    ("base64-of-hex", lambda d: b64(sha(d).encode()), "hash/base64-of-hex"),
    ("hex-of-hex", lambda d: sha(d).encode().hex(), "hash/hex-of-hex"),
    ("twice", lambda d: sha(sha(d)), "hash/hashed-twice"), ("twice-bytes", lambda d: sha(raw_digest(d)), "hash/hashed-twice"),
    ("itself", lambda d: d.decode(), "hash/body-itself"), ("empty", lambda d: "", "hash/empty"),
    ("sha512", lambda d: sha(d, "sha512"), "hash/other-algorithm"), ("sha1", lambda d: sha(d, "sha1"), "hash/other-algorithm"),
    ("md5", lambda d: sha(d, "md5"), "hash/other-algorithm"), ("undefined", lambda d: "undefined", "hash/undefined"),
    ("dashes", lambda d: raw_digest(d).hex("-").upper(), "hash/in-pairs"),
    ("sha256sum", lambda d: sha(d) + "  -\n", "hash/line-end"), ("prefix", lambda d: "sha256=" + sha(d), "hash/prefixed"),
    ("hmac", lambda d: hmac.new(secret.encode(), d, "sha256").hexdigest(), "hash/hmac"),
    ("bytes", lambda d: raw_digest(d).decode("latin-1"), "hash/as-bytes"),
    ("newline", lambda d: sha(d) + "\n", "hash/line-end"), ("quotes", lambda d: f'"{sha(d)}"', "hash/quoted"),
]:
    transaction_vector(f"hash/{name}", "Python, hashlib and hmac", names(mistake), form=form)

paths = {
    "no-query": (path.split("?")[0], "path/without-query"), "no-prefix": (path[len(prefix):], "path/without-prefix"),
    "no-version": (path[len("/snap/v1.0"):], "path/without-prefix"), "full": (origin + path, "path/full-url"),
    "host": (origin[len("https://"):] + path, "path/with-host"), "trailing": (path.replace("?", "/?"), "path/trailing-slash"),
    "bare": (path[1:], "path/no-leading-slash"), "double": ("/" + path, "path/double-slash"),
    "sorted": ("?".join((path.split("?")[0], "&".join(sorted(path.split("?")[1].split("&"))))), "path/query-sorted"),
    "decoded": (urllib.parse.unquote(path), "path/escapes-decoded"),
    "query-decoded": (path.split("?")[0] + "?" + urllib.parse.unquote(path.split("?")[1]), "path/query-decoded"),
    "form": (path.split("?")[0] + "?" + urllib.parse.urlencode(urllib.parse.parse_qsl(path.split("?")[1])),
             "path/query-encoded-otherwise"),
    "plus": (path.replace("%20", "+"), "path/query-encoded-otherwise"),
    "lower-escapes": (re.sub("%..", lambda m: m.group().lower(), path), "path/escapes-in-other-case"),
    "once-more": (urllib.parse.quote(path, safe=""), "path/encoded-once-more"),
    "percent-25": (path.replace("%", "%25"), "path/encoded-once-more"), "amp": (path.replace("&", "&amp;"), "path/query-as-html"),
    "gateway": ("/api" + path, "path/with-prefix"), "prefix-twice": (prefix + path, "path/with-prefix"),
    "http": (origin.replace("https", "http") + path, "path/full-url"), "undefined": ("undefined", "path/undefined"),
    "empty": ("", "path/empty"), "lower": (path.split("?")[0].upper() + "?" + path.split("?")[1], "path/letter-case"),
    "last": ("status", "path/last-part-alone+path/without-query"),
    "no-prefix-no-query": (path[len(prefix):].split("?")[0], "path/without-prefix+path/without-query"),
    "full-no-query": (origin + path.split("?")[0], "path/full-url+path/without-query"),
    "full-decoded": (origin + urllib.parse.unquote(path.split("?")[0]) + "?" + path.split("?")[1],
                     "path/full-url+path/escapes-decoded"),
}
for name, (value, mistake) in paths.items():
    transaction_vector(f"path/{name}", "path by Python, urllib; Python, hmac", names(mistake), path=value)
tokens = {
    "bearer": (f"Bearer {token}", "token/bearer-kept"), "empty": ("", "token/empty"), "undefined": ("undefined", "token/undefined"),
    "null": ("null", "token/undefined"), "newline": (token + "\n", "token/white-space"), "quotes": (f'"{token}"', "token/quoted"),
    "object": ("[object Object]", "token/undefined"), "lower": (token.lower(), "token/letter-case"),
    "id": (client_id, "token/client-id"), "hashed": (sha(token), "token/hashed"), "signature-part": (token.split(".")[2], "token/part"),
    "base64": (b64(token.encode()), "token/base64"),
}
for name, (value, mistake) in tokens.items():
    transaction_vector(f"token/{name}", "Python, hmac", names(mistake), token=value)
for name, key, mistake in [
    ("newline", secret + "\n", "secret/line-end"), ("cr-lf", secret + "\r\n", "secret/line-end"), ("space", secret + " ", "secret/white-space"),
    ("quotes", f'"{secret}"', "secret/quoted"), ("decoded", base64.b64decode(secret), "secret/base64-decoded"),
    ("encoded", b64(secret.encode()), "secret/base64-encoded"), ("hex", secret.encode().hex(), "secret/hex-encoded"),
    ("upper", secret.upper(), "secret/letter-case"), ("id", client_id, "secret/client-id"), ("token", token, "secret/access-token"),
    ("public-key", pem(client), "secret/public-key"), ("empty", "", "secret/empty"), ("undefined", "undefined", "secret/undefined"),
    ("hashed", sha(secret), "secret/hashed"), ("utf-16", secret.encode("utf-16-le"), "secret/utf-16"),
    ("percent", urllib.parse.quote(secret, safe=""), "secret/percent-encoded"), ("with-id", f"{client_id}:{secret}", "secret/with-client-id"),
    ("oauth", secret + "&", "secret/with-ampersand"), ("bytes", str(secret.encode()), "secret/python-bytes"),
    ("placeholder", "${CLIENT_SECRET}", "secret/placeholder"), ("bom", "\ufeff" + secret, "secret/byte-order-mark"),
]:
    transaction_vector(f"secret/{name}", "Python, hmac", names(mistake), key=key)
for name in ("sha256", "sha1", "sha384", "sha3_512", "md5"):
    transaction_vector(f"key/hmac-{name}", "Python, hmac", ["hash/other-hmac|hash/uncommon-hmac"], digest=name)
for name, sign, mistake in [
    ("plain", lambda t: hashlib.sha512(t.encode()).digest(), "hash/no-key"),
    ("appended", lambda t: hashlib.sha512((t + secret).encode()).digest(), "hash/digest-with-secret"),
    ("prepended", lambda t: hashlib.sha512((secret + t).encode()).digest(), "hash/digest-with-secret"),
    ("swapped", lambda t: hmac.new(t.encode(), secret.encode(), "sha512").digest(), "secret/arguments-swapped"),
    ("rsa", rsa, "scheme/rsa"), ("rsa-sha512", lambda t: rsa(t, digest="sha512"), "scheme/rsa+hash/rsa-algorithm"),
    ("hashed", lambda t: mac(sha(t)), "text/hashed-before"), ("base64", lambda t: mac(base64.b64encode(t.encode())), "text/base64"),
    ("truncated", lambda t: mac(t)[:32], "encoding/cut"),
]:
    transaction_vector(f"key/{name}", "Python, hmac and hashlib, or openssl", names(mistake), sign=sign)
arrangements = {
    "pipes": (lambda v: "|".join(v.values()), "text/pipe-delimiter"),
    "none": (lambda v: "".join(v.values()), "text/no-delimiter"),
    "lines": (lambda v: "\n".join(v.values()), "text/other-delimiter"),
    "spaces": (lambda v: " : ".join(v.values()), "text/spaced-delimiter"),
    "no-token": (lambda v: ":".join(x for k, x in v.items() if k != "token"), "token/without-token"),
    "no-time": (lambda v: ":".join(x for k, x in v.items() if k != "time"), "text/without-time"),
    "no-method": (lambda v: ":".join(x for k, x in v.items() if k != "method"), "text/without-method"),
    "no-hash": (lambda v: ":".join(x for k, x in v.items() if k != "hash"), "text/without-hash"),
    "time-before-hash": (lambda v: ":".join((v["method"], v["path"], v["token"], v["time"], v["hash"])), "text/two-parts-swapped"),
    "token-last": (lambda v: ":".join((v["method"], v["path"], v["hash"], v["time"], v["token"])), "text/order"),
    "reverse": (lambda v: ":".join(reversed(list(v.values()))), "text/order|text/two-parts-swapped"),
    "client-id": (lambda v: ":".join((client_id, *v.values())), "text/with-client-id"),
    "with-secret": (lambda v: ":".join((*v.values(), secret)), "text/with-secret"),
    "token-text": (lambda v: f"{client_id}|{v['time']}", "scheme/token-text"),
    "json": (lambda v: json.dumps({"method": v["method"], "path": v["path"], "accessToken": v["token"], "body": v["hash"],
                                   "timestamp": v["time"]}, separators=(",", ":")), "text/as-json"),
    "newline": (lambda v: ":".join(v.values()) + "\n", "text/trailing-newline"),
    "lower": (lambda v: ":".join(v.values()).lower(), "text/lower-case"),
    "upper": (lambda v: ":".join(v.values()).upper(), "text/upper-case"),
    "lower-method": (lambda v: ":".join((v["method"].lower(), *list(v.values())[1:])), "text/method-lower-case"),
    "get": (lambda v: ":".join(("GET", *list(v.values())[1:])), "text/method-other"),
    "no-time-no-token": (lambda v: ":".join((v["method"], v["path"], v["hash"])), "text/without-time+token/without-token"),
}
for name, (arrange, mistake) in arrangements.items():
    transaction_vector(f"text/{name}", "Python, hmac", names(mistake), text=arrange)
for name, write, mistake in [
    ("hex", lambda d: d.hex(), "encoding/hex"), ("hex-upper", lambda d: d.hex().upper(), "encoding/hex"),
    ("base64url", lambda d: base64.urlsafe_b64encode(d).decode(), "encoding/base64url|encoding/unpadded"),
    ("base64-of-hex", lambda d: b64(d.hex().encode()), "encoding/base64-of-hex"),
    ("encodebytes", lambda d: base64.encodebytes(d).decode(), "encoding/line-breaks"),
    ("unpadded", lambda d: b64(d).rstrip("="), "encoding/unpadded"), ("cut", lambda d: b64(d)[:64], "encoding/cut"),
]:
    transaction_vector(f"writing/{name}", "Python, hmac", names(mistake), write=write)

# --- the asymmetric scheme

for name, mistake, more in [
    ("with-token", "token/with-token", {"text": lambda v: ":".join((v["method"], v["path"], token, v["hash"], v["time"]))}),
    ("empty-token", "token/empty|token/with-token", {"text": lambda v: ":".join((v["method"], v["path"], "", v["hash"], v["time"]))}),
    ("no-query", "path/without-query", {"path": path.split("?")[0]}), ("utc", "time/utc-form", {"time": java["instant"]}),
    ("upper-hash", "hash/upper-case", {"form": lambda d: sha(d).upper()}), ("hex", "encoding/hex", {"write": lambda d: d.hex()}),
    ("sha512", "hash/rsa-algorithm", {"sign": lambda t: rsa(t, digest="sha512")}),
    ("pss", "hash/pss", {"sign": lambda t: rsa(t, options=(pss,))}), ("hmac", "scheme/hmac", {"sign": mac}),
    ("other-key", "secret/another-key-of-set", {"sign": lambda t: rsa(t, key=other)}),
    ("python-body", "body/python", {"hashed": written["shop", "python", "default"][0]}),
    ("token-text", "scheme/token-text", {"text": lambda v: f"{client_id}|{v['time']}"}),
]:
    transaction_vector(f"asymmetric/{name}", "openssl dgst -sha256 -sign", names(mistake), scheme="asymmetric", **more)

# --- two and three mistakes at once, drawn from the common ones

pools = {
    "path": [(f"path {n}", {"path": v}, m) for n, (v, m) in paths.items() if "+" not in m and n in (
        "no-query", "no-prefix", "full", "sorted", "decoded", "trailing", "plus", "host", "bare", "query-decoded")],
    "time": [(f"time {n}", {"time": v}, m) for n, (v, m, _) in times.items() if "+" not in m and n in (
        "java-no-colon", "java-twelve-hours", "java-week-year", "java-instant", "java-literal-z", "java-no-zone",
        "java-milliseconds", "php-Y-m-d H:i:sP", "node-d.toISOString()", "python-1s", "python-utc-digits", "java-compact",
        "php-U", "python-7s", "java-month-as-minutes")],
    "body": [(f"body {l} {w}", {"hashed": t}, m) for (b, l, w), (t, m) in written.items() if b == "shop" and "+" not in m
             and (l, w) in {("php", "default"), ("php", "arrays"), ("php", "unescaped-slashes"), ("python", "default"),
                            ("python", "compact"), ("go", "map"), ("java", "gson-tree"), ("node", "indent-2"), ("php", "pretty"),
                            ("java", "jackson-pretty"), ("python", "unicode")}],
    "hash": [("hash upper", {"form": lambda d: sha(d).upper()}, "hash/upper-case"),
             ("hash base64", {"form": lambda d: b64(raw_digest(d))}, "hash/base64"),
             ("hash twice", {"form": lambda d: sha(sha(d))}, "hash/hashed-twice"),
             ("body itself", {"form": lambda d: d.decode()}, "hash/body-itself")],
    "token": [("token bearer", {"token": f"Bearer {token}"}, "token/bearer-kept"), ("token empty", {"token": ""}, "token/empty"),
              ("token undefined", {"token": "undefined"}, "token/undefined")],
    "key": [("key newline", {"key": secret + "\n"}, "secret/line-end"), ("key decoded", {"key": base64.b64decode(secret)}, "secret/base64-decoded"),
            ("key id", {"key": client_id}, "secret/client-id"), ("hmac-sha256", {"digest": "sha256"}, "hash/other-hmac")],
    "text": [("lower-case method", {"method": "post"}, "text/method-lower-case"),
             ("newline", {"text": lambda v: ":".join(v.values()) + "\n"}, "text/trailing-newline"),
             ("pipes", {"text": lambda v: "|".join(v.values())}, "text/pipe-delimiter"),
             ("no delimiter", {"text": lambda v: "".join(v.values())}, "text/no-delimiter")],
    "writing": [("hex", {"write": lambda d: d.hex()}, "encoding/hex"), ("base64 of hex", {"write": lambda d: b64(d.hex().encode())}, "encoding/base64-of-hex"),
                ("base64url", {"write": lambda d: base64.urlsafe_b64encode(d).decode()}, "encoding/base64url|encoding/unpadded"),
                ("percent", {"write": lambda d: urllib.parse.quote(b64(d), safe="")}, "encoding/percent-encoded"),
                ("bytes", {"write": lambda d: str(base64.b64encode(d))}, "encoding/python-bytes"),
                ("lines", {"write": lambda d: base64.encodebytes(d).decode()}, "encoding/line-breaks|encoding/white-space")],
}
for count, wanted in ((2, 90), (3, 40)):
    drawn = set()
    while len(drawn) < wanted:
        layers = tuple(chance.sample(sorted(pools), count))
        picks = tuple(chance.randrange(len(pools[layer])) for layer in layers)
        key = tuple(sorted(zip(layers, picks)))
        if key in drawn:
            continue
        drawn.add(key)
        chosen = [pools[layer][pick] for layer, pick in key]
        more = {k: v for _, options, _ in chosen for k, v in options.items()}
        transaction_vector(
            f"together/{' + '.join(name for name, _, _ in chosen)}", "the same means, together",
            names(*(mistake for _, _, mistake in chosen)), **more)

# --- right ones, and random ones

right_ones, random_ones = [], []
for index in range(20):
    stamp = (moment + timedelta(minutes=index)).isoformat()
    right_ones.append({"service": "token", "timestamp": stamp, "signature": b64(rsa(f"{client_id}|{stamp}"))})
for index, (scheme, body) in enumerate(itertools.islice(
        itertools.cycle(itertools.product(("symmetric", "asymmetric"), (*sent_bodies, None))), 40)):
    stamp = (moment + timedelta(minutes=index)).isoformat()
    digest = sha(minify(sent_bodies[body]) if body else "")
    parts = ["POST", path, *([token] if scheme == "symmetric" else []), digest, stamp]
    signed = mac(":".join(parts)) if scheme == "symmetric" else rsa(":".join(parts))
    right_ones.append({"service": "transaction", "scheme": scheme, **({"body": body} if body else {}),
                       "timestamp": stamp, "signature": b64(signed)})
for index in range(60):
    service = ("token", "transaction")[index % 2]
    scheme = ("symmetric", "asymmetric")[index // 2 % 2]
    noise = f"a text that nobody knows {index}"
    data = {
        0: lambda: chance.randbytes(256), 1: lambda: rsa(noise), 2: lambda: chance.randbytes(64), 3: lambda: mac(noise),
        4: lambda: rsa(noise, key=other), 5: lambda: rsa(noise, options=(pss,)), 6: lambda: chance.randbytes(chance.randrange(5, 300)),
    }[index % 7]()
    write = (b64, bytes.hex)[index // 14 % 2]
    random_ones.append({"service": service, "scheme": scheme, "body": "shop", "timestamp": sent_at, "signature": write(data)})

file = os.path.join(here, "signatures.json")
line = lambda each: json.dumps(each, ensure_ascii=False, separators=(", ", ": "))
with open(file, "w", encoding="utf-8") as out:
    given = {"clientId": client_id, "clientSecret": secret, "accessToken": token, "path": path, "origin": origin, "prefix": prefix,
             "publicKeys": [pem(client), pem(other)]}
    out.write("{\n\"given\": " + line(given) + ",\n")
    for name, group in (("bodies", sent_bodies),):
        out.write(f"\"{name}\": " + line(group) + ",\n")
    groups = {"wrong": vectors, "right": right_ones, "random": random_ones}
    out.write(",\n".join(f"\"{name}\": [\n" + ",\n".join(map(line, group)) + "\n]" for name, group in groups.items()))
    out.write("\n}\n")
print(len(vectors), "wrong,", len(right_ones), "right,", len(random_ones), "random")
