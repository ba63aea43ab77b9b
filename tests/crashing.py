"""A writer that adds story after story until it is killed; it acknowledges each only after the store has."""

import os
import random
from multiprocessing.connection import Connection

from claims.models import Claim
from claims.store import Store
from tests.records import agent, said


def write(url: str, acknowledged: Connection) -> None:
    """Write without end; send the id of each claim once its story is recorded."""
    store = Store.open(url, user=f"writer {os.getpid()}")
    rng = random.Random(os.getpid())
    while True:
        text = f"The tide rose {rng.random()}. " * rng.randint(1, 40)
        story = said(text, who=agent(f"office {rng.randrange(20)}"))
        store.add(*story)
        claim = next(record for record in story if isinstance(record, Claim))
        acknowledged.send(claim.id)
        if rng.random() < 0.2:
            store.retract(claim.id)
