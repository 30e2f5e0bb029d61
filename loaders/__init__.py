"""Briefings in, tidy event tables out."""
