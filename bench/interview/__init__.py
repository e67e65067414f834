"""How promptly and how exactly a whole interview tells what happened before the camera."""
