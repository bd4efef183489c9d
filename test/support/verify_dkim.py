"""Reads a message and says, as JSON, whether its DKIM signature holds and what it covers. The public key is an argument: no DNS."""

import json
import sys

import dkim

name, record = sys.argv[1:3]


def find(asked, timeout=5):
    return record.encode() if asked.rstrip(b".") == name.encode() else None


checked = dkim.DKIM(sys.stdin.buffer.read())
try:
    holds = checked.verify(dnsfunc=find)
except dkim.ValidationError:
    holds = False
signed = [field.decode().lower() for field, _ in checked.signed_headers]
print(json.dumps({"holds": holds, "signed": signed}))
