"""What of the measurements contradicts the promises."""

# Scores must be right to this.
SCORE_ERROR = 1e-6


def failures(measured):
    """One line for each promise that is not kept; any makes the comparison fail."""
    found = []
    for name, corpus in measured["corpora"].items():
        if "checks" in corpus:
            found += [f"{name}, {failure}" for failure in check_failures(corpus["checks"])]
    if measured.get("dense", {}).get("error", 0) > SCORE_ERROR:
        found.append("dense matrix: a score is off by more than 1e-6")
    return found


def check_failures(checks):
    for threshold, compared in checks["pairs"].items():
        if compared["unexplained"]:
            yield f"pairs ≥ {threshold}: differences that are not explained: {compared['unexplained']}"
        if compared["repeated"]:
            yield f"pairs ≥ {threshold}: pairs listed again: {compared['repeated']}"
        if compared["scoreDifference"] > SCORE_ERROR:
            yield f"pairs ≥ {threshold}: a score differs by {compared['scoreDifference']:.1e}"
    for nearest, compared in checks["nearest"].items():
        if compared["rowsThatDiffer"]:
            yield f"nearest {nearest}: documents with other scores: {compared['rowsThatDiffer']}"
    for threshold, judged in checks["reference"]["pairs"].items():
        if judged["missed"] or judged["extra"] or judged["error"] > SCORE_ERROR:
            yield f"pairs ≥ {threshold}: not those of the products in Float64"
    for nearest, judged in checks["reference"]["nearest"].items():
        right = judged["expected"] == judged["found"] == judged["right"]
        if not right or judged["error"] > SCORE_ERROR:
            yield f"nearest {nearest}: not those of the products in Float64"
