"""What crosses contexts: who may do what, and journeys through the whole house."""
