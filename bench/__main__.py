"""`make bench`: speed and accuracy, slow. Each part prints its table; committed ones lie beside the code."""

from bench.vision import __main__ as vision

if __name__ == "__main__":
    vision.main()
