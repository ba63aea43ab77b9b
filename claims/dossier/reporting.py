"""Everything a citation report may say, gathered from the dossier as it was known at one moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from claims import trace
from claims.detect import DETECTORS, questions
from claims.dossier.links import findings_of
from claims.errors import InputError
from claims.graph import ClaimGraph
from claims.report.material import EDITIONS, LANGUAGES, Material
from claims.times import now
from claims.vocabulary import Level

if TYPE_CHECKING:
    from claims.store import Store


def material(
    store: Store, *, edition: str, language: str, title: str | None, selection: Iterable[str], as_of: datetime | None
) -> Material:
    """The material of a report. Without `as_of`, as the last recorded change left it, so that equal data tell the same.

    Raises InputError for an edition or a language that there is not.
    """
    if edition not in EDITIONS or language not in LANGUAGES:
        raise InputError(
            f"no edition '{edition}' in '{language}'; choose of {', '.join(EDITIONS)} and {', '.join(LANGUAGES)}"
        )
    moment = as_of or store.moment() or now()
    graph = (store.as_of(as_of) if as_of else store).graph()
    origins = trace.origins(graph)
    whole = store.sight.clearance is Level.sealed
    return Material(
        title=title or title_of(graph),
        edition=edition,
        language=language,
        as_of=moment,
        graph=graph,
        questions=questions(graph, findings_of(graph), origins),
        origins=origins,
        renditions=trace.renditions(graph),
        docket=trace.docket(graph, moment.date()),
        replies=trace.replies(graph),
        method=tuple((rule.__name__, rule.__doc__ or "") for rule in DETECTORS),
        checkpoint=store.checkpoint() if whole else None,
        clearance=store.sight.clearance,
        selection=frozenset(selection),
        software=f"Counterclaim {version('counterclaim')}",
    )


def title_of(graph: ClaimGraph) -> str:
    """The title of the earliest source that every edition may name, for want of a better one."""
    open_ones = [d for d in graph.documents.values() if d.level.rank <= Level.internal.rank]
    first = min(open_ones, key=lambda d: (d.published_on or "9", d.key), default=None)
    return first.title if first else "Counterclaim"
