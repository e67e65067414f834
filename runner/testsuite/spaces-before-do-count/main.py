print(" a")
