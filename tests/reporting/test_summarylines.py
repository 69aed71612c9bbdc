"""The words about steps."""

from storycheck.report import UNJUDGED, StepReport, Verdict
from storycheck.reporting.summarylines import step_headline
from storycheck.source import Span
from tests.reporting.sample import DOCUMENT


def test_a_limit_is_named_only_where_it_was_one() -> None:
    step = StepReport("r2", ("r1",), Span(0, 1), None)
    claims = [claim for claim in DOCUMENT.claims if claim.id in ("r1", "r2")]
    judged = DOCUMENT._replace(claims=tuple(claims))
    assert "was not decided within the limit" in step_headline(step, judged)
    unjudged = tuple(claim._replace(verdict=Verdict.UNKNOWN, reason=UNJUDGED) for claim in claims)
    assert "limit" not in step_headline(step, DOCUMENT._replace(claims=unjudged))
