"""Slips of the pen: a letter left out, doubled, wrong or changed over with the next one."""


def is_slip(word: str, name: str) -> bool:
    """Whether a word is a name but for one slip behind its first letter.

    >>> is_slip("Setpember", "September"), is_slip("Febuary", "February"), is_slip("Mayor", "May")
    (True, True, False)
    """
    if not (abs(len(word) - len(name)) <= 1 and word[:1] == name[:1] and word != name):
        return False
    same = next((place for place, (one, other) in enumerate(zip(word, name, strict=False)) if one != other), len(name))
    ours, theirs = word[same:], name[same:]
    if len(word) != len(name):
        return ours[1:] == theirs if len(word) > len(name) else ours == theirs[1:]
    return ours[1:] == theirs[1:] or (ours[:2] == theirs[1::-1] and ours[2:] == theirs[2:])
