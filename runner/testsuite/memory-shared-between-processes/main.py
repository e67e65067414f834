import mmap

block = mmap.mmap(-1, 2**30)
for page in range(0, 2**30, 4096):
    block[page] = 1
print("a gigabyte")
