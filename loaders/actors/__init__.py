"""Finds persons, organisations and states, and chooses those who act in an event."""
