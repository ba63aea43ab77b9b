"""Where statements come from, which say the same, how one utterance was worded, what falls due, who answered."""

from claims.trace.docket import docket
from claims.trace.origins import origins
from claims.trace.renditions import renditions
from claims.trace.replies import replies
from claims.trace.same import same_claims

__all__ = ["docket", "origins", "renditions", "replies", "same_claims"]
