import os

count = 0
try:
    while True:
        os.close(os.open(f"/tmp/{count}", os.O_CREAT | os.O_WRONLY))
        count += 1
except OSError:
    print("full")
