"""How fast the live hub hands on what it is given, beside the usual ones, and how soon an alert arrives."""
