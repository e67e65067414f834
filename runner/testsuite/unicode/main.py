print("żółw 乌龟 🐢 \u202e")
