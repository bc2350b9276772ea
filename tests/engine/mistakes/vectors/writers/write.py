"""Prints what json.dumps makes of the body in the file named first, by the name of each way."""

import base64
import json
import sys

value = json.loads(open(sys.argv[1], encoding="utf-8").read())
compact = (",", ":")
made = {
    "default": json.dumps(value),
    "compact": json.dumps(value, separators=compact),
    "unicode": json.dumps(value, ensure_ascii=False),
    "compact-unicode": json.dumps(value, ensure_ascii=False, separators=compact),
    "sorted": json.dumps(value, sort_keys=True),
    "compact-sorted": json.dumps(value, sort_keys=True, separators=compact),
    "indent-2": json.dumps(value, indent=2),
    "indent-4": json.dumps(value, indent=4),
    "indent-4-unicode": json.dumps(value, indent=4, ensure_ascii=False),
    "str": str(value),
}
print(json.dumps({name: base64.b64encode(text.encode()).decode() for name, text in made.items()}))
