for folder in ("/box", "/tmp"):
    try:
        with open(f"{folder}/full", "wb") as file:
            while True:
                file.write(b"x" * 2**20)
    except OSError:
        pass
print("there is room")
