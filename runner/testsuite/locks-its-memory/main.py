import ctypes
import mmap

block = mmap.mmap(-1, 256 * 2**20)
libc = ctypes.CDLL(None, use_errno=True)
address = ctypes.addressof(ctypes.c_char.from_buffer(block))
print("locked" if libc.mlock(ctypes.c_void_p(address), ctypes.c_size_t(len(block))) == 0 else "refused")
