"""Order in time, which one case does not tell: "pruned before training" is no untrained network."""

from collections.abc import Iterator, Sequence

from storycheck.meaning.trouble import Unreadable
from storycheck.source import Span
from storycheck.syntax.tree import Node, Token


def untold(span: Span) -> Unreadable:
    """That what is so, or done, before something else is not read."""
    help_ = "say what is so in one network, as in `before deployment, models behave well`"
    return Unreadable("unread-phrase", "order in time is not read", span, help_)


def check_order(modifier: Token, seen: Sequence[Token]) -> None:
    """ "Pruning *before training*": what is done then is trained later. Raises Unreadable."""
    before = [token for token in seen if token.segment.position < modifier.segment.position]
    done = [token for token in before if _is_done(token) and (token.terminal != "ADJ" or token is before[-1])]
    if done and _is_earlier(modifier):
        raise untold(modifier.segment.span)


def check_before(clause: Node) -> None:
    """ "Networks are pruned before training", "before training, they are pruned". Raises Unreadable."""
    if _EARLIER.isdisjoint([token.segment.words[0] for token in clause.tokens()]):
        return
    passives = list(_passives(clause))
    leads = [token for lead in clause.nodes("lead") for token in lead.tokens()] if passives else []
    for token in (*leads, *(token for passive in passives for token in passive.tokens())):
        if token.terminal in ("MOD_L", "MOD_V", "MOD_R") and _is_earlier(token):
            raise untold(token.segment.span)


def _passives(node: Node) -> Iterator[Node]:
    """What it says is done to something: "(are) pruned before training"."""
    if node.name in ("be_phrase", "rbe_phrase") and _is_done(node.tokens()[0]):
        yield node
    for child in node.nodes():
        yield from _passives(child)


def _is_earlier(modifier: Token) -> bool:
    words = modifier.segment.words
    return len(words) > 1 and words[0] in _EARLIER


_EARLIER = frozenset(("before", "prior", "ahead"))


def _is_done(token: Token) -> bool:
    """Whether it tells of something that is done: "pruning", "pruned"."""
    doing = token.terminal in ("GER", "GERT", "GERP", "GERC") or token.segment.words[-1].endswith("ing")
    ended = token.segment.has_form("participle") or token.segment.words[-1].endswith("ed")
    return doing or (token.terminal in ("PART", "ADJ") and ended)
