"""What leaves the application to be shown or printed: presentations, slides, pictures, the quarter sheet, frames.

    steps.py        an ordered set of saved views, as one readable file
    slide.py        what one step shows: title, figure, number, filter, sources, link
    deck.py         a set as one HTML page that needs neither server nor network
    powerpoint/     a set as PowerPoint, native where PowerPoint has a form for it
    picture.py      a chart as PNG, SVG or PDF
    sheet.py        the quarter sheet, one or two A4 pages
    chromium.py     the one warm headless Chromium that pictures and PDF need, or why there is none
    frame.py        a view as a frame in another page

Nothing here knows Streamlit.
"""
