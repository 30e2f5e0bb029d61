"""Reads footnotes as sources, mends and checks them."""
