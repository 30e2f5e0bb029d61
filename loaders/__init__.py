"""Briefings in, tidy event tables out. The whole way in order, with the module of each step:

    read_briefing(path)          a Briefing: sections and footnotes             readers/
    read_sources(briefing)       its footnotes as sources, checked              sources
    find_events(briefing, …)     its events with every value's evidence         events (which alone combines the finders)
    rows_of(reading)             rows of the tidy tables                        rows
    assemble(all rows)           corrections, chains, dimensions, typed frames  assembly
    load(paths)                  all of this for a folder, failures named       load

Nothing is imported here, so that the dashboard can read tables without loading a PDF library.
"""
