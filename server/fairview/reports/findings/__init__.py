"""What the log of one interview comes to, part by part. Pure."""
