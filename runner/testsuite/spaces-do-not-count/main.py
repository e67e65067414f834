print("a  ")
print("b\t")
print()
print("   ")
