"""The meaning of noun phrases: quantifier, head, and what follows it."""

from collections.abc import Sequence

from storycheck.meaning.acts import acted, turned_to
from storycheck.meaning.adjuncts import prepositional
from storycheck.meaning.agents import check_after_person, check_made, check_model_of, check_own, whose
from storycheck.meaning.degrees import pole_of
from storycheck.meaning.determiners import is_foreign, quantified
from storycheck.meaning.formula import TRUE, Formula, Lit, conj, disj
from storycheck.meaning.gerunds import gerund_of, is_deed, settled
from storycheck.meaning.measures import gradable
from storycheck.meaning.noun import Noun, Nouns
from storycheck.meaning.order import check_order
from storycheck.meaning.phrases import noun_of
from storycheck.meaning.posts import adjunct_of, check_contrast, check_joints, check_tested, compared_verb
from storycheck.meaning.rises import changes
from storycheck.meaning.senses import adjective_state
from storycheck.meaning.study import Study
from storycheck.meaning.trouble import Unreadable
from storycheck.syntax.made import made
from storycheck.syntax.tree import Node, Token


def nouns_of(node: Node, study: Study) -> Nouns:
    """The noun phrases of a list, each with what follows it."""
    while node.name in _WRAPPERS and len(node.children) == 1:
        node = node.children[0]  # type: ignore[assignment]
    if node.name == "subjects":
        lists = [nouns_of(child, study) for child in node.nodes()]
        if len(lists) == 1:
            return lists[0]
        joined = "or" if any(token.value == "or" for token in _joints(node, "CONJ_N")) else "and"
        return Nouns(tuple(member for part in lists for member in part.members), joined)
    cores = node if node.name == "cores" else node.node("cores")
    assert cores is not None
    nouns = _cores(cores, study)
    if node is cores:
        return nouns
    nouns = _with_examples(nouns, node, study)
    outer, study.head = study.head, nouns.members[-1].stripped()
    said = said_after(node, study)
    study.head = outer
    if any(post.token("BASE_N") for post in node.nodes("post")):
        return nouns._replace(members=tuple(member._replace(baseline=True) for member in nouns.members))
    if said == TRUE:
        return nouns
    comparing = node.node("relative") is not None and changes(said)
    others = _is_of_others(node, study)
    every = len(nouns.members) > 1 and nouns.first.trivial
    members = tuple(
        member._replace(
            rest=conj((member.rest, said)),
            pronoun=False,
            definite=member.definite and member.bare,
            comparing=comparing,
            others=others,
        )
        if every or member is nouns.members[-1]
        else member
        for member in nouns.members
    )
    return nouns._replace(members=members)


def _is_of_others(node: Node, study: Study) -> bool:
    """Whether a relative clause tells what another does with it: "the solutions *that Adam finds*"."""
    relative = node.node("relative")
    clauses = [one for one in relative.nodes() if not one.token("WHOSE")] if relative else []
    subjects = [nouns_of(phrase, study).first for one in clauses for phrase in one.nodes("plain_phrase")]
    return any(not noun.trivial for noun in subjects)


def _with_examples(nouns: Nouns, node: Node, study: Study) -> Nouns:
    """ "X such as Y" is X or Y; "techniques such as Y" is Y."""
    examples = [post.node("cores") for post in node.nodes("post") if post.token("SUCH")]
    if not examples:
        return nouns
    last = nouns.members[-1]
    given = disj(
        settled(noun, study).head for cores in examples if cores for noun in _cores(cores, study).members
    )
    if last.quantity or last.complement or last.pronoun:
        raise Unreadable("unread-phrase", "examples are not read of this", node.span)
    said = conj((last.head, last.rest))
    head = given if said == TRUE else disj((said, given))
    return nouns._replace(
        members=(*nouns.members[:-1], last._replace(head=head, rest=TRUE, also="", definite=False))
    )


_WRAPPERS = frozenset(("subjects", "noun_phrase", "plain_phrase"))


def _joints(node: Node, terminal: str) -> list[Token]:
    return [child for child in node.children if isinstance(child, Token) and child.terminal == terminal]


def _cores(node: Node, study: Study) -> Nouns:
    if len(node.children) == 1:
        return made(Nouns, ((core_of(node.children[0], study),), "and"))  # type: ignore[arg-type]
    members = [core_of(child, study) for child in node.nodes()]
    first = node.nodes()[0]
    if len(members) > 1 and first.token("GERT") and not any(n.token("GERT", "GER") for n in node.nodes()[1:]):
        gerund = first.token("GERT")
        assert gerund is not None
        members[1:] = [gerund_of(gerund, member, study) for member in members[1:]]
    members[1:] = [_changing_too(member, members[0], study) for member in members[1:]]
    joints = _joints(node, "CONJ_I")
    joined = "or" if any(token.value == "or" for token in joints) else "and"
    if any(token.value == "nor" for token in joints) and not members[0].operators:
        joined = "or"
    instead = [token for token in joints if token.value == "instead"]
    if instead and study.denied:
        if any(member.trivial and not member.also for member in members):
            raise Unreadable("unread-phrase", "one side of this contrast says nothing here", node.span)
        joined = "instead"
    elif any(token.segment.words != ("but",) for token in instead):
        raise Unreadable("unread-phrase", "`but` is read here only after `not`", node.span)
    for at, token in enumerate(joints, start=1):
        if token.value == "not":
            check_contrast(token, study)
            members[at] = members[at]._replace(negated=True)
    if len(members) > 1 and members[0].operators:
        members = [m._replace(operators=m.operators or members[0].operators) for m in members]
    return Nouns(tuple(members), joined)


def _changing_too(member: Noun, first: Noun, study: Study) -> Noun:
    """ "Loss of accuracy or *robustness*": of this quantity too."""
    if not (first.event and isinstance(first.change, Lit) and member.bare):
        return member
    way = {"rises": "up", "falls": "down"}.get(first.change.atom.kind, "same")
    return member._replace(change=member.changing(study.senses, way), event=True)


def core_of(node: Node, study: Study) -> Noun:
    """A noun phrase without what follows it, apart from "of …"."""
    first = node.children[0]
    if isinstance(first, Token):
        match first.terminal:
            case "PRON":
                return _pronoun(first, study)
            case "GERT" | "GER":
                inner, of = node.node("core"), node.node("of")
                noun, last = _gerund(first, inner, study), inner.tokens()[-1] if inner else first
                return _of(noun, last, of, study) if of else noun
            case "HOW" | "WHAT":
                return _indirect(node, study)
    words = node.node("words")
    assert words is not None
    tokens: tuple[Token, ...] = words.children  # type: ignore[assignment]
    study.use(*tokens)
    alone = len(node.children) == 1
    if alone and len(tokens) == 1 and tokens[0].segment.words[0] in ("that", "those"):
        study.pronouns.append(tokens[0].segment.span)
        return Noun(tokens[0].segment.span, pronoun=True)
    noun = noun_of(tokens, study.senses)
    determiner = None if alone else node.token("DET")
    if not study.antecedent and (determiner is None or determiner.value != "own"):
        study.antecedent = "NOUN" in [token.terminal for token in tokens]
    if alone:
        return noun
    noun = quantified(noun, node, study)
    of = node.node("of")
    return _of(noun, tokens[-1], of, study) if of else noun


def _pronoun(token: Token, study: Study) -> Noun:
    if token.value == "it":
        study.pronouns.append(token.segment.span)
    foreign = is_foreign(token, study)
    return Noun(token.segment.span, pronoun=True, definite=token.value == "it", foreign=foreign)


def _gerund(token: Token, inner: Node | None, study: Study) -> Noun:
    study.antecedent = True
    study.use(token)
    return gerund_of(token, core_of(inner, study) if inner else None, study)


def _indirect(node: Node, study: Study) -> Noun:
    """ "how well networks generalize" is their generalization; "what networks learn" what they learn."""
    phrase, verb, adjective = node.node("plain_phrase"), node.node("how_verb"), node.token("HOW_ADJ")
    assert phrase is not None
    for noun in nouns_of(phrase, study).members if node.token("HOW") else ():
        check_own(noun)
    how, token = node.token("HOW"), adjective or (verb.token("V", "VI") if verb else None)
    assert token is not None
    study.antecedent = True
    if how is None:
        predicate = Node.of("rpreds", (Node.of("rpred", (Node.of("rvp", (token,)),)),))
        relative = Node.of("relative", (Node.of("rel_clause", (phrase, predicate)),))
        outer, study.head = study.head, None
        said = study.relative(relative, study)
        study.head = outer
        return Noun(node.span, rest=said)
    study.use(token)
    quantity = gradable(token, study.senses)
    if not quantity or (how.value == "") != (adjective is not None):
        raise Unreadable("unread-phrase", f"`{how.segment.text}` is read only of a quantity", node.span)
    return Noun(node.span, quantity=quantity, rest=nouns_of(phrase, study).state(study.senses))


def _of(noun: Noun, last: Token, of: Node, study: Study) -> Noun:
    """ "the accuracy of larger networks": said beside the head."""
    inner = of.node("core")
    assert inner is not None
    owner = core_of(inner, study)
    if noun.bare and pole_of(owner):
        return noun._replace(pole=pole_of(owner))  # "a training error of zero"
    check_model_of(last, noun, owner)
    own = inner.token("DET")
    owned = own is not None and own.value == "own" and TRUE not in (owner.head, noun.head)
    if study.denied and owned:
        raise Unreadable("unread-phrase", "whose this is not is not read", noun.span.union(owner.span))
    if owner.bare and owner.operators:
        raise Unreadable("strength-inside", "how much of this is not read", owner.span)
    if noun.trivial and not noun.complement and (owner.baseline or (owner.ordinary and owner.trivial)):
        return owner._replace(span=noun.span.union(owner.span))  # "those of standard networks"
    said = prepositional("in", Nouns((owner,)), study.senses)
    about = turned_to(last.segment.words[-1], owner, study.senses)
    if (
        noun.trivial
        and not about
        and not noun.complement
        and owner.quantity
        and owner.change is None
        and not owner.pole
    ):
        return owner._replace(span=noun.span.union(owner.span), operators=noun.operators, only=noun.only)
    if about:
        said = acted(about, owner, study.senses)
    done_to = said if is_deed(noun, of, study) else TRUE
    noun = noun._replace(span=noun.span.union(owner.span), rest=conj((noun.rest, said)), of=done_to)
    return whose(noun, owner, study.senses)


def said_after(node: Node, study: Study) -> Formula:
    """What prepositional phrases, participles and relative clauses after the head say."""
    groups: list[list[Formula]] = [[]]
    alternative = False
    check_joints(node.nodes("post"))
    seen = node.tokens()
    check_after_person(node)
    for post in node.nodes("post"):
        joint = post.token("CONJ_P")
        if joint is not None:
            alternative = alternative or joint.value == "or"
            groups.append([])
            continue
        groups[-1].append(post_of(post, seen, study))
    said = (disj if alternative else conj)([conj(group) for group in groups if group])
    relative = node.node("relative")
    return conj((said, study.relative(relative, study))) if relative else said


def post_of(post: Node, seen: Sequence[Token], study: Study) -> Formula:
    """What one phrase after a head says; ``seen`` are the tokens of the whole phrase."""
    token = post.children[0]
    assert isinstance(token, Token)
    study.use(token)
    cores, inner = post.node("cores"), post.node("core")
    match token.terminal:
        case "PREP_N":
            assert cores is not None
            return adjunct_of(token, nouns_of(cores, study).needing_heads(), seen, study)
        case "GERP":
            return gerund_of(token, core_of(inner, study) if inner else None, study).state(study.senses)
        case "COMP_N":
            return compared_verb(token, seen, study)
        case "APPOSED":
            assert cores is not None
            return nouns_of(cores, study).needing_heads().state(study.senses)
        case "BASE_N" | "SUCH":
            return TRUE
        case _:
            check_order(token, seen)
            check_tested(token, study)
            check_made(token, study.head)
            return adjective_state(token, study.senses)
