"""The door of coding."""
