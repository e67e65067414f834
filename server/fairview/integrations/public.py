"""The door of integrations."""
