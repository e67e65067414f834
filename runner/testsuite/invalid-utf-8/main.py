import sys

sys.stdout.buffer.write(b"a\xff\xfe\xe2\x82")
