"""People, dates and records as the interface's language names them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from claims.graph import ClaimGraph, Said
from claims.models import Agent, Capture, Document
from claims.report.dates import partial
from claims_ui.page import say
from claims_ui.text import Html, tag

_HAN = re.compile(r"[\u3400-\u9fff]")
_EDTF = re.compile(
    r"(?:\.\./)?\d{4}-\d{2}(?:-\d{2}(?:T[\d:]+(?:Z|[+-]\d{2}:\d{2})?)?)?(?:/(?:\.\.|\d{4}-\d{2}(?:-\d{2})?))?"
)
UNNAMED = "unnamed"


def agent_name(agent: Agent) -> str:
    """The form of an agent's name in the interface's language, if it has one."""
    told = agent.name.partition(":")
    if told[0] == UNNAMED:
        return say()("agent.unnamed", who=told[2].strip()) if told[2].strip() else say()("agent.nobody")
    forms = (agent.name, *agent.names)
    chinese = say().language == "zh"
    if bool(_HAN.search(agent.name)) == chinese:
        return agent.name
    return max((form for form in forms if bool(_HAN.search(form)) == chinese), key=len, default=agent.name)


def named(agent: Agent) -> Html:
    """An agent's name; the form the source uses stands in the title when it is another."""
    name = agent_name(agent)
    return tag("span", name, title=agent.name if agent.name != name else None)


def hop_name(name: str, agent_id: str | None, graph: ClaimGraph) -> str:
    """The name of a link of the chain."""
    agent = graph.agents.get(agent_id or "")
    if agent:
        return agent_name(agent)
    return say()("agent.unnamed", who=name.partition(":")[2].strip()) if name.startswith(UNNAMED) else name


def on(edtf: str | None) -> str:
    """A partial date in words, never more precise than the source; "" when there is none."""
    return partial(edtf, say().language)


def instant(moment: datetime) -> str:
    """One of our own moments: a date and a clock time in UTC."""
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return f"{partial(moment.date().isoformat(), say().language)} {moment.astimezone(UTC):%H:%M} UTC"


def work(document: Document, graph: ClaimGraph | None = None) -> str:
    """Who published it, else its title."""
    agent = graph.agents.get(document.publisher_id or "") if graph else None
    return agent_name(agent) if agent else document.publisher or document.title


def source_title(document: Document) -> str:
    """The title of a source, else that it has none."""
    return document.title or say()("source.untitled")


def place_of(said: Said, paragraph: int, graph: ClaimGraph) -> str:
    """Where the words stand: outlet, date, paragraph."""
    parts = (work(said.document, graph), on(said.document.published_on), say()("quote.paragraph", n=paragraph))
    return say()("list.comma").join(part for part in parts if part)


def short_hash(capture: Capture) -> str:
    """The ends of a capture's sha256."""
    return f"{capture.sha256[:8]}…{capture.sha256[-6:]}"


def dated(told: str) -> str:
    """A phrase of ours in which dates stand as EDTF, with the dates in words."""
    return _EDTF.sub(lambda found: on(found[0]), told)
