hoard = []
while len(hoard) < 10_000:
    hoard.append("x" * 1_000_000)
print("ten gigabytes")
