"""The records and their audit log.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every record as a table, the audit log, and the mark that the database is ours."""
    op.create_table(
        "agent",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("identifiers", sa.JSON(), nullable=False),
        sa.Column("context", sa.String(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('person', 'organisation', 'outlet', 'account', 'unnamed', 'document')", name=op.f("ck_agent_kind")
        ),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name=op.f("ck_agent_level")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agent")),
    )
    op.create_index("ix_agent_key", "agent", ["key"], unique=False)
    op.create_index("ix_agent_name", "agent", ["name"], unique=False)
    op.create_index(
        "uq_agent_live",
        "agent",
        ["key", "level"],
        unique=True,
        sqlite_where=sa.text("retracted_at IS NULL"),
        postgresql_where=sa.text("retracted_at IS NULL"),
    )

    op.create_table(
        "claim",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("predicate", sa.String(), nullable=True),
        sa.Column("measure", sa.String(), nullable=True),
        sa.Column("object", sa.String(), nullable=True),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("factuality", sa.Text(), nullable=False),
        sa.Column("value_low", sa.Text(), nullable=True),
        sa.Column("value_high", sa.Text(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("comparator", sa.Text(), nullable=True),
        sa.Column("figure_kind", sa.Text(), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("valid_on", sa.String(), nullable=True),
        sa.Column("valid_first", sa.Date(), nullable=True),
        sa.Column("valid_last", sa.Date(), nullable=True),
        sa.Column("scope", sa.String(), nullable=True),
        sa.Column("due_on", sa.String(), nullable=True),
        sa.Column("due_first", sa.Date(), nullable=True),
        sa.Column("due_last", sa.Date(), nullable=True),
        sa.Column("due_how", sa.String(), nullable=True),
        sa.Column("occasion", sa.String(), nullable=True),
        sa.CheckConstraint(
            "comparator IN ('=', '~', '>', '<', '>=', '<=', 'many', 'several')", name=op.f("ck_claim_comparator")
        ),
        sa.CheckConstraint(
            "factuality IN ('factual', 'counterfactual', 'conditional', 'hedged')", name=op.f("ck_claim_factuality")
        ),
        sa.CheckConstraint(
            "figure_kind IN ('count', 'money', 'percent', 'points', 'ratio', 'multiple', 'rank', 'measure', 'duration')",
            name=op.f("ck_claim_figure_kind"),
        ),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name=op.f("ck_claim_level")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    op.create_index("ix_claim_key", "claim", ["key"], unique=False)
    op.create_index("ix_claim_subject", "claim", ["subject"], unique=False)
    op.create_index(
        "uq_claim_live",
        "claim",
        ["key", "level"],
        unique=True,
        sqlite_where=sa.text("retracted_at IS NULL"),
        postgresql_where=sa.text("retracted_at IS NULL"),
    )

    op.create_table(
        "counterclaim",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counterclaim")),
    )
    op.create_table(
        "event",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("commitment", sa.String(), nullable=False),
        sa.Column("chain", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('recorded', 'retracted', 'redacted')", name=op.f("ck_event_kind")),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name=op.f("ck_event_level")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_event")),
    )
    op.create_index("ix_event_uid", "event", ["uid"], unique=False)

    op.create_table(
        "document",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("publisher_id", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("byline", sa.String(), nullable=True),
        sa.Column("published_on", sa.String(), nullable=True),
        sa.Column("published_first", sa.Date(), nullable=True),
        sa.Column("published_last", sa.Date(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("text_key", sa.String(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('article', 'wire', 'snapshot', 'transcript', 'memo', 'email', 'social', 'official', 'press_release', 'filing', 'letter', 'interview', 'digest', 'draft', 'other')",
            name=op.f("ck_document_kind"),
        ),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name=op.f("ck_document_level")),
        sa.ForeignKeyConstraint(["publisher_id"], ["agent.id"], name=op.f("fk_document_publisher_id_agent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index("ix_document_key", "document", ["key"], unique=False)
    op.create_index("ix_document_publisher_id", "document", ["publisher_id"], unique=False)
    op.create_index(
        "uq_document_live",
        "document",
        ["key", "level"],
        unique=True,
        sqlite_where=sa.text("retracted_at IS NULL"),
        postgresql_where=sa.text("retracted_at IS NULL"),
    )

    op.create_table(
        "review",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.String(), nullable=True),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("claim_key", sa.String(), nullable=False),
        sa.Column("ruling", sa.Text(), nullable=False),
        sa.Column("rationale", sa.String(), nullable=True),
        sa.Column("certainty", sa.Text(), nullable=True),
        sa.Column("second_reader", sa.String(), nullable=True),
        sa.CheckConstraint("certainty IN ('low', 'medium', 'high')", name=op.f("ck_review_certainty")),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name=op.f("ck_review_level")),
        sa.CheckConstraint(
            "ruling IN ('supported', 'not_supported', 'disputed', 'outdated', 'cannot_be_checked')",
            name=op.f("ck_review_ruling"),
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_review_claim_id_claim")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
    )
    op.create_index("ix_review_claim_id", "review", ["claim_id"], unique=False)
    op.create_index("ix_review_key", "review", ["key"], unique=False)
    op.create_index(
        "uq_review_live",
        "review",
        ["key", "level"],
        unique=True,
        sqlite_where=sa.text("retracted_at IS NULL"),
        postgresql_where=sa.text("retracted_at IS NULL"),
    )

    op.create_table(
        "capture",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.String(), nullable=True),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("encoding", sa.String(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("regions", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("left_out", sa.JSON(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name=op.f("ck_capture_level")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_capture_document_id_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_capture")),
    )
    op.create_index("ix_capture_document_id", "capture", ["document_id"], unique=False)
    op.create_index("ix_capture_key", "capture", ["key"], unique=False)
    op.create_index("ix_capture_sha256", "capture", ["sha256"], unique=False)
    op.create_index(
        "uq_capture_live",
        "capture",
        ["key", "level"],
        unique=True,
        sqlite_where=sa.text("retracted_at IS NULL"),
        postgresql_where=sa.text("retracted_at IS NULL"),
    )

    op.create_table(
        "passage",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.String(), nullable=True),
        sa.Column("capture_id", sa.String(), nullable=False),
        sa.Column("capture_key", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("suffix", sa.String(), nullable=False),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name=op.f("ck_passage_level")),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name=op.f("fk_passage_capture_id_capture")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passage")),
    )
    op.create_index("ix_passage_capture_id", "passage", ["capture_id"], unique=False)
    op.create_index("ix_passage_key", "passage", ["key"], unique=False)
    op.create_index(
        "uq_passage_live",
        "passage",
        ["key", "level"],
        unique=True,
        sqlite_where=sa.text("retracted_at IS NULL"),
        postgresql_where=sa.text("retracted_at IS NULL"),
    )

    op.create_table(
        "statement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.String(), nullable=True),
        sa.Column("passage_id", sa.String(), nullable=False),
        sa.Column("passage_key", sa.String(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("claim_key", sa.String(), nullable=False),
        sa.Column("speaker_id", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("said_on", sa.String(), nullable=True),
        sa.Column("said_first", sa.Date(), nullable=True),
        sa.Column("said_last", sa.Date(), nullable=True),
        sa.Column("speech", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("hedges", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("chain", sa.JSON(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("cue", sa.String(), nullable=True),
        sa.CheckConstraint(
            "act IN ('assertion', 'denial', 'forecast', 'promise', 'opinion', 'question')",
            name=op.f("ck_statement_act"),
        ),
        sa.CheckConstraint(
            "level IN ('public', 'internal', 'confidential', 'sealed')", name=op.f("ck_statement_level")
        ),
        sa.CheckConstraint(
            "speech IN ('direct', 'partial', 'paraphrase', 'headline', 'narration', 'presupposition')",
            name=op.f("ck_statement_speech"),
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_statement_claim_id_claim")),
        sa.ForeignKeyConstraint(["passage_id"], ["passage.id"], name=op.f("fk_statement_passage_id_passage")),
        sa.ForeignKeyConstraint(["speaker_id"], ["agent.id"], name=op.f("fk_statement_speaker_id_agent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    op.create_index("ix_statement_claim_id", "statement", ["claim_id"], unique=False)
    op.create_index("ix_statement_key", "statement", ["key"], unique=False)
    op.create_index("ix_statement_passage_id", "statement", ["passage_id"], unique=False)
    op.create_index("ix_statement_speaker_id", "statement", ["speaker_id"], unique=False)
    op.create_index(
        "uq_statement_live",
        "statement",
        ["key", "level"],
        unique=True,
        sqlite_where=sa.text("retracted_at IS NULL"),
        postgresql_where=sa.text("retracted_at IS NULL"),
    )

    op.create_table(
        "acceptance",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.String(), nullable=True),
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("statement_key", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("replaces", sa.String(), nullable=True),
        sa.CheckConstraint("answer IN ('accepted', 'rejected', 'held')", name=op.f("ck_acceptance_answer")),
        sa.CheckConstraint(
            "level IN ('public', 'internal', 'confidential', 'sealed')", name=op.f("ck_acceptance_level")
        ),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_acceptance_statement_id_statement")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acceptance")),
    )
    op.create_index("ix_acceptance_key", "acceptance", ["key"], unique=False)
    op.create_index("ix_acceptance_statement_id", "acceptance", ["statement_id"], unique=False)
    op.create_index(
        "uq_acceptance_live",
        "acceptance",
        ["key", "level"],
        unique=True,
        sqlite_where=sa.text("retracted_at IS NULL"),
        postgresql_where=sa.text("retracted_at IS NULL"),
    )

    op.create_table(
        "link",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.String(), nullable=True),
        sa.Column("a_id", sa.String(), nullable=False),
        sa.Column("b_id", sa.String(), nullable=False),
        sa.Column("a_key", sa.String(), nullable=False),
        sa.Column("b_key", sa.String(), nullable=False),
        sa.Column("a_statement_id", sa.String(), nullable=True),
        sa.Column("b_statement_id", sa.String(), nullable=True),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("explained_by", sa.Text(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=True),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.Column("value_a", sa.String(), nullable=True),
        sa.Column("value_b", sa.String(), nullable=True),
        sa.Column("check_wording", sa.String(), nullable=True),
        sa.CheckConstraint(
            "explained_by IN ('time', 'scope', 'unit', 'measure', 'entity', 'rounding', 'lot', 'forecast', 'opinion', 'translation', 'update', 'session', 'fiscal_year', 'attribution')",
            name=op.f("ck_link_explained_by"),
        ),
        sa.CheckConstraint(
            "kind IN ('denial', 'numeric', 'temporal', 'attribution', 'entity', 'drift', 'promise_outcome', 'self', 'retraction')",
            name=op.f("ck_link_kind"),
        ),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name=op.f("ck_link_level")),
        sa.CheckConstraint(
            "relation IN ('contradicts', 'equivalent', 'supports', 'qualifies')", name=op.f("ck_link_relation")
        ),
        sa.ForeignKeyConstraint(["a_id"], ["claim.id"], name=op.f("fk_link_a_id_claim")),
        sa.ForeignKeyConstraint(["a_statement_id"], ["statement.id"], name=op.f("fk_link_a_statement_id_statement")),
        sa.ForeignKeyConstraint(["b_id"], ["claim.id"], name=op.f("fk_link_b_id_claim")),
        sa.ForeignKeyConstraint(["b_statement_id"], ["statement.id"], name=op.f("fk_link_b_statement_id_statement")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
    )
    op.create_index("ix_link_a", "link", ["a_id", "retracted_at", "level"], unique=False)
    op.create_index("ix_link_b", "link", ["b_id", "retracted_at", "level"], unique=False)
    op.create_index("ix_link_key", "link", ["key"], unique=False)
    op.create_index(
        "uq_link_live",
        "link",
        ["key", "level"],
        unique=True,
        sqlite_where=sa.text("retracted_at IS NULL"),
        postgresql_where=sa.text("retracted_at IS NULL"),
    )

    op.create_table(
        "judgement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.String(), nullable=True),
        sa.Column("link_id", sa.String(), nullable=False),
        sa.Column("link_key", sa.String(), nullable=False),
        sa.Column("ruling", sa.Text(), nullable=False),
        sa.Column("explained_by", sa.Text(), nullable=True),
        sa.Column("rationale", sa.String(), nullable=True),
        sa.Column("certainty", sa.Text(), nullable=True),
        sa.Column("second_reader", sa.String(), nullable=True),
        sa.Column("saw", sa.String(), nullable=True),
        sa.CheckConstraint("certainty IN ('low', 'medium', 'high')", name=op.f("ck_judgement_certainty")),
        sa.CheckConstraint(
            "explained_by IN ('time', 'scope', 'unit', 'measure', 'entity', 'rounding', 'lot', 'forecast', 'opinion', 'translation', 'update', 'session', 'fiscal_year', 'attribution')",
            name=op.f("ck_judgement_explained_by"),
        ),
        sa.CheckConstraint(
            "level IN ('public', 'internal', 'confidential', 'sealed')", name=op.f("ck_judgement_level")
        ),
        sa.CheckConstraint(
            "ruling IN ('contradict', 'compatible', 'wording', 'need_evidence')", name=op.f("ck_judgement_ruling")
        ),
        sa.ForeignKeyConstraint(["link_id"], ["link.id"], name=op.f("fk_judgement_link_id_link")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_index("ix_judgement_key", "judgement", ["key"], unique=False)
    op.create_index("ix_judgement_link_id", "judgement", ["link_id"], unique=False)
    op.create_index(
        "uq_judgement_live",
        "judgement",
        ["key", "level"],
        unique=True,
        sqlite_where=sa.text("retracted_at IS NULL"),
        postgresql_where=sa.text("retracted_at IS NULL"),
    )
