"""Numbers and tables as a page shows them."""


def count(number):
    return f"{number:,}"


def seconds(value):
    """Three significant digits."""
    if value < 1:
        return f"{value * 1000:.3g} ms" if value < 0.1 else f"{value:.3f} s"
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s" if value < 100 else f"{value:.0f} s"


def times(value):
    return f"{value:.2f}×" if value < 2 else f"{value:.1f}×" if value < 20 else f"{value:.0f}×"


def megabytes(size):
    return f"{size / 1e6:,.0f} MB"


def small(value):
    """An error or a difference."""
    return f"{value:.1e}"


def table(columns, rows):
    if not rows:
        return ""
    lines = [columns, ["---"] * len(columns), *([str(cell) for cell in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
