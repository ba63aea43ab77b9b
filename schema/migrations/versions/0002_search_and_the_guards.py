"""Search, and the rule that a record is never edited.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# What stays as it was recorded, for each table; only retracted_at and retracted_by come later.
COLUMNS = {
    "agent": """
        id key level recorded_at recorded_by name kind names identifiers context
    """,
    "document": """
        id key level recorded_at recorded_by title url publisher_id publisher byline published_on
        published_first published_last kind language text_key
    """,
    "capture": """
        id key level recorded_at recorded_by document_id sha256 media_type encoding size text captured_at
        how regions notes left_out reader
    """,
    "passage": """
        id key level recorded_at recorded_by capture_id capture_key start end exact prefix suffix
    """,
    "claim": """
        id key level recorded_at recorded_by text language subject predicate measure object negated
        factuality value_low value_high unit comparator figure_kind figures valid_on valid_first valid_last
        scope due_on due_first due_last due_how occasion
    """,
    "statement": """
        id key level recorded_at recorded_by passage_id passage_key claim_id claim_key speaker_id speaker
        said_on said_first said_last speech act hedges language chain origin reason cue
    """,
    "link": """
        id key level recorded_at recorded_by a_id b_id a_key b_key a_statement_id b_statement_id relation
        kind explained_by origin question explanation value_a value_b check_wording
    """,
    "judgement": """
        id key level recorded_at recorded_by link_id link_key ruling explained_by rationale certainty
        second_reader saw
    """,
    "review": """
        id key level recorded_at recorded_by claim_id claim_key ruling rationale certainty second_reader
    """,
    "acceptance": """
        id key level recorded_at recorded_by statement_id statement_key answer note replaces
    """,
}

EDITED = "this {table} is recorded and never edited; retract it and add another"
DELETED = "this {table} is never deleted; retract it"
AGAIN = "this {table} is retracted once"
EVENT = "the audit log is written once; only a recorded redaction empties a line"

POSTGRES_RECORDS = """
CREATE FUNCTION counterclaim_keep_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'this % is never deleted; retract it', TG_TABLE_NAME;
    END IF;
    IF (to_jsonb(NEW) - 'retracted_at' - 'retracted_by') IS DISTINCT FROM
       (to_jsonb(OLD) - 'retracted_at' - 'retracted_by')
       AND NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') THEN
        RAISE EXCEPTION 'this % is recorded and never edited; retract it and add another', TG_TABLE_NAME;
    END IF;
    IF OLD.retracted_at IS NOT NULL AND
       (NEW.retracted_at, NEW.retracted_by) IS DISTINCT FROM (OLD.retracted_at, OLD.retracted_by) THEN
        RAISE EXCEPTION 'this % is retracted once', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$
"""

POSTGRES_EVENTS = """
CREATE FUNCTION counterclaim_keep_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.body IS NULL AND NEW.salt = ''
       AND (to_jsonb(NEW) - 'body' - 'salt') = (to_jsonb(OLD) - 'body' - 'salt')
       AND EXISTS (SELECT 1 FROM event WHERE uid = OLD.uid AND kind = 'redacted' AND seq > OLD.seq) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit log is written once; only a recorded redaction empties a line';
END $$
"""


def upgrade() -> None:
    """Two tables for search, and triggers that hold the records and the audit log as they were written."""
    op.create_table(
        "search_entry",
        sa.Column("row", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_search_entry"),
    )
    op.create_index("ix_search_entry_uid", "search_entry", ["uid"], unique=False)
    statements = sqlite() if op.get_context().dialect.name == "sqlite" else postgres()
    for statement in statements:
        op.execute(sa.text(statement.strip().replace(":", r"\:")))


def sqlite() -> list[str]:
    """The statements for SQLite."""
    out = [
        # The tokens are cut by us, so FTS5 need only split at spaces; it keeps no copy of them.
        "CREATE VIRTUAL TABLE search_tokens USING "
        """fts5(tokens, content='', columnsize=0, tokenize="ascii tokenchars '.'")""",
    ]
    for table, columns in COLUMNS.items():
        out += [
            f'CREATE TRIGGER {table}_is_never_edited BEFORE UPDATE OF {", ".join(columns.split())} ON "{table}" '
            "WHEN NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') "
            f"BEGIN SELECT RAISE(ABORT, '{EDITED.format(table=table)}'); END",
            f'CREATE TRIGGER {table}_is_retracted_once BEFORE UPDATE OF retracted_at, retracted_by ON "{table}" '
            "WHEN OLD.retracted_at IS NOT NULL "
            f"BEGIN SELECT RAISE(ABORT, '{AGAIN.format(table=table)}'); END",
            f'CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON "{table}" '
            f"BEGIN SELECT RAISE(ABORT, '{DELETED.format(table=table)}'); END",
        ]
    return [
        *out,
        "CREATE TRIGGER event_is_never_edited BEFORE UPDATE ON event "
        "WHEN NEW.body IS NOT NULL OR NEW.salt <> '' OR NEW.seq <> OLD.seq OR NEW.kind <> OLD.kind "
        "OR NEW.model <> OLD.model OR NEW.uid <> OLD.uid OR NEW.level <> OLD.level OR NEW.actor <> OLD.actor "
        "OR NEW.at <> OLD.at OR NEW.commitment <> OLD.commitment OR NEW.chain <> OLD.chain "
        "OR NOT EXISTS (SELECT 1 FROM event AS later "
        "WHERE later.uid = OLD.uid AND later.kind = 'redacted' AND later.seq > OLD.seq) "
        f"BEGIN SELECT RAISE(ABORT, '{EVENT}'); END",
        f"CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, '{EVENT}'); END",
    ]


def postgres() -> list[str]:
    """The statements for PostgreSQL."""
    out = [
        'CREATE TABLE search_tokens ("row" bigint PRIMARY KEY, tokens tsvector NOT NULL)',
        "CREATE INDEX ix_search_tokens ON search_tokens USING gin (tokens)",
        POSTGRES_RECORDS,
        POSTGRES_EVENTS,
    ]
    for table in (*COLUMNS, "event"):
        function = "counterclaim_keep_event" if table == "event" else "counterclaim_keep_record"
        out += [
            f'CREATE TRIGGER {table}_is_kept BEFORE UPDATE OR DELETE ON "{table}" '
            f"FOR EACH ROW EXECUTE FUNCTION {function}()",
            f'CREATE TRIGGER {table}_is_never_emptied BEFORE TRUNCATE ON "{table}" '
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}()",
        ]
    return out
