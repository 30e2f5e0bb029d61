"""Finds places, and decides for each event which are its venue and which it merely concerns."""
