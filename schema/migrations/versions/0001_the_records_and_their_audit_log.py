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
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("identifiers", sa.JSON(), nullable=False),
        sa.Column("context", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('person', 'organisation', 'outlet', 'account', 'unnamed', 'document')", name="ck_agent_kind"
        ),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name="ck_agent_level"),
        sa.PrimaryKeyConstraint("id", name="pk_agent"),
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
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("predicate", sa.Text(), nullable=True),
        sa.Column("measure", sa.Text(), nullable=True),
        sa.Column("object", sa.Text(), nullable=True),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("factuality", sa.Text(), nullable=False),
        sa.Column("value_low", sa.Text(), nullable=True),
        sa.Column("value_high", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("comparator", sa.Text(), nullable=True),
        sa.Column("figure_kind", sa.Text(), nullable=True),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("valid_on", sa.Text(), nullable=True),
        sa.Column("valid_first", sa.Date(), nullable=True),
        sa.Column("valid_last", sa.Date(), nullable=True),
        sa.Column("scope", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Text(), nullable=True),
        sa.Column("due_first", sa.Date(), nullable=True),
        sa.Column("due_last", sa.Date(), nullable=True),
        sa.Column("due_how", sa.Text(), nullable=True),
        sa.Column("occasion", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "comparator IN ('=', '~', '>', '<', '>=', '<=', 'many', 'several')", name="ck_claim_comparator"
        ),
        sa.CheckConstraint(
            "factuality IN ('factual', 'counterfactual', 'conditional', 'hedged')", name="ck_claim_factuality"
        ),
        sa.CheckConstraint(
            "figure_kind IN ('count', 'money', 'percent', 'points', 'ratio', 'multiple', 'rank', 'measure', 'duration')",
            name="ck_claim_figure_kind",
        ),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name="ck_claim_level"),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
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
        sa.PrimaryKeyConstraint("name", name="pk_counterclaim"),
    )
    op.create_table(
        "event",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("commitment", sa.Text(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('recorded', 'retracted', 'redacted')", name="ck_event_kind"),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name="ck_event_level"),
        sa.PrimaryKeyConstraint("seq", name="pk_event"),
    )
    op.create_index("ix_event_uid", "event", ["uid"], unique=False)

    op.create_table(
        "document",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("publisher_id", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Text(), nullable=True),
        sa.Column("published_first", sa.Date(), nullable=True),
        sa.Column("published_last", sa.Date(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("text_key", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('article', 'wire', 'snapshot', 'transcript', 'memo', 'email', 'social', 'official', 'press_release', 'filing', 'letter', 'interview', 'digest', 'draft', 'other')",
            name="ck_document_kind",
        ),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name="ck_document_level"),
        sa.ForeignKeyConstraint(["publisher_id"], ["agent.id"], name="fk_document_publisher_id_agent"),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
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
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.Text(), nullable=True),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("claim_key", sa.Text(), nullable=False),
        sa.Column("ruling", sa.Text(), nullable=False),
        sa.Column("rationale", sa.Text(), nullable=True),
        sa.Column("certainty", sa.Text(), nullable=True),
        sa.Column("second_reader", sa.Text(), nullable=True),
        sa.CheckConstraint("certainty IN ('low', 'medium', 'high')", name="ck_review_certainty"),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name="ck_review_level"),
        sa.CheckConstraint(
            "ruling IN ('supported', 'not_supported', 'disputed', 'outdated', 'cannot_be_checked')",
            name="ck_review_ruling",
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_review_claim_id_claim"),
        sa.PrimaryKeyConstraint("id", name="pk_review"),
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
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.Text(), nullable=True),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("regions", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("left_out", sa.JSON(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name="ck_capture_level"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_capture_document_id_document"),
        sa.PrimaryKeyConstraint("id", name="pk_capture"),
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
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.Text(), nullable=True),
        sa.Column("capture_id", sa.Text(), nullable=False),
        sa.Column("capture_key", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name="ck_passage_level"),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_passage_capture_id_capture"),
        sa.PrimaryKeyConstraint("id", name="pk_passage"),
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
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.Text(), nullable=True),
        sa.Column("passage_id", sa.Text(), nullable=False),
        sa.Column("passage_key", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("claim_key", sa.Text(), nullable=False),
        sa.Column("speaker_id", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=True),
        sa.Column("said_first", sa.Date(), nullable=True),
        sa.Column("said_last", sa.Date(), nullable=True),
        sa.Column("speech", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("hedges", sa.JSON(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("chain", sa.JSON(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "act IN ('assertion', 'denial', 'forecast', 'promise', 'opinion', 'question')", name="ck_statement_act"
        ),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name="ck_statement_level"),
        sa.CheckConstraint(
            "speech IN ('direct', 'partial', 'paraphrase', 'headline', 'narration', 'presupposition')",
            name="ck_statement_speech",
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_statement_claim_id_claim"),
        sa.ForeignKeyConstraint(["passage_id"], ["passage.id"], name="fk_statement_passage_id_passage"),
        sa.ForeignKeyConstraint(["speaker_id"], ["agent.id"], name="fk_statement_speaker_id_agent"),
        sa.PrimaryKeyConstraint("id", name="pk_statement"),
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
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.Text(), nullable=True),
        sa.Column("statement_id", sa.Text(), nullable=False),
        sa.Column("statement_key", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("replaces", sa.Text(), nullable=True),
        sa.CheckConstraint("answer IN ('accepted', 'rejected', 'held')", name="ck_acceptance_answer"),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name="ck_acceptance_level"),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name="fk_acceptance_statement_id_statement"),
        sa.PrimaryKeyConstraint("id", name="pk_acceptance"),
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
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.Text(), nullable=True),
        sa.Column("a_id", sa.Text(), nullable=False),
        sa.Column("b_id", sa.Text(), nullable=False),
        sa.Column("a_key", sa.Text(), nullable=False),
        sa.Column("b_key", sa.Text(), nullable=False),
        sa.Column("a_statement_id", sa.Text(), nullable=True),
        sa.Column("b_statement_id", sa.Text(), nullable=True),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("explained_by", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("value_a", sa.Text(), nullable=True),
        sa.Column("value_b", sa.Text(), nullable=True),
        sa.Column("check_wording", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "explained_by IN ('time', 'scope', 'unit', 'measure', 'entity', 'rounding', 'lot', 'forecast', 'opinion', 'translation', 'update', 'session', 'fiscal_year', 'attribution')",
            name="ck_link_explained_by",
        ),
        sa.CheckConstraint(
            "kind IN ('denial', 'numeric', 'temporal', 'attribution', 'entity', 'drift', 'promise_outcome', 'self', 'retraction')",
            name="ck_link_kind",
        ),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name="ck_link_level"),
        sa.CheckConstraint(
            "relation IN ('contradicts', 'equivalent', 'supports', 'qualifies')", name="ck_link_relation"
        ),
        sa.ForeignKeyConstraint(["a_id"], ["claim.id"], name="fk_link_a_id_claim"),
        sa.ForeignKeyConstraint(["a_statement_id"], ["statement.id"], name="fk_link_a_statement_id_statement"),
        sa.ForeignKeyConstraint(["b_id"], ["claim.id"], name="fk_link_b_id_claim"),
        sa.ForeignKeyConstraint(["b_statement_id"], ["statement.id"], name="fk_link_b_statement_id_statement"),
        sa.PrimaryKeyConstraint("id", name="pk_link"),
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
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Text(), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retracted_by", sa.Text(), nullable=True),
        sa.Column("link_id", sa.Text(), nullable=False),
        sa.Column("link_key", sa.Text(), nullable=False),
        sa.Column("ruling", sa.Text(), nullable=False),
        sa.Column("explained_by", sa.Text(), nullable=True),
        sa.Column("rationale", sa.Text(), nullable=True),
        sa.Column("certainty", sa.Text(), nullable=True),
        sa.Column("second_reader", sa.Text(), nullable=True),
        sa.Column("saw", sa.Text(), nullable=True),
        sa.CheckConstraint("certainty IN ('low', 'medium', 'high')", name="ck_judgement_certainty"),
        sa.CheckConstraint(
            "explained_by IN ('time', 'scope', 'unit', 'measure', 'entity', 'rounding', 'lot', 'forecast', 'opinion', 'translation', 'update', 'session', 'fiscal_year', 'attribution')",
            name="ck_judgement_explained_by",
        ),
        sa.CheckConstraint("level IN ('public', 'internal', 'confidential', 'sealed')", name="ck_judgement_level"),
        sa.CheckConstraint(
            "ruling IN ('contradict', 'compatible', 'wording', 'need_evidence')", name="ck_judgement_ruling"
        ),
        sa.ForeignKeyConstraint(["link_id"], ["link.id"], name="fk_judgement_link_id_link"),
        sa.PrimaryKeyConstraint("id", name="pk_judgement"),
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
