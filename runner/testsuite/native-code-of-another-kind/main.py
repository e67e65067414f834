import ctypes
import mmap
import platform

if platform.machine() == "x86_64":
    CODE = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"  # mov eax, 20 (getpid of 32-bit Linux); int 0x80; ret
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(CODE)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    print("called", ctypes.CFUNCTYPE(ctypes.c_int)(address)())
else:
    raise SystemExit(1)
