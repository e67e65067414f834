import os

depth = 0
try:
    while depth < 20_000:
        os.mkdir("d")
        os.chdir("d")
        depth += 1
except OSError:
    pass
print(depth > 1000)
