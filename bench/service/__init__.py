"""What an event costs a program that reports to Fairview, and whether the ten-thousandth costs more."""
