"""Points on the screen: a calibration, then looks on and off it with a head that moves."""
