hoard = [0] * 1_250_000_000
print("ten gigabytes", len(hoard))
