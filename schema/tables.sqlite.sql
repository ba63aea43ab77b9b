-- Written by schema/write.py from the migrations, for sqlite.

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 0001

CREATE TABLE agent (
    id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at DATETIME NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at DATETIME,
    retracted_by VARCHAR,
    name VARCHAR NOT NULL,
    kind TEXT NOT NULL,
    names JSON NOT NULL,
    identifiers JSON NOT NULL,
    context VARCHAR,
    CONSTRAINT pk_agent PRIMARY KEY (id),
    CONSTRAINT ck_agent_kind CHECK (kind IN ('person', 'organisation', 'outlet', 'account', 'unnamed', 'document')),
    CONSTRAINT ck_agent_level CHECK (level IN ('public', 'internal', 'confidential', 'sealed'))
);

CREATE INDEX ix_agent_key ON agent ("key");

CREATE INDEX ix_agent_name ON agent (name);

CREATE UNIQUE INDEX uq_agent_live ON agent ("key", level) WHERE retracted_at IS NULL;

CREATE TABLE claim (
    id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at DATETIME NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at DATETIME,
    retracted_by VARCHAR,
    text VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    subject VARCHAR,
    predicate VARCHAR,
    measure VARCHAR,
    object VARCHAR,
    negated BOOLEAN NOT NULL,
    factuality TEXT NOT NULL,
    value_low TEXT,
    value_high TEXT,
    unit VARCHAR,
    comparator TEXT,
    figure_kind TEXT,
    figures JSON NOT NULL,
    valid_on VARCHAR,
    valid_first DATE,
    valid_last DATE,
    scope VARCHAR,
    due_on VARCHAR,
    due_first DATE,
    due_last DATE,
    due_how VARCHAR,
    occasion VARCHAR,
    CONSTRAINT pk_claim PRIMARY KEY (id),
    CONSTRAINT ck_claim_comparator CHECK (comparator IN ('=', '~', '>', '<', '>=', '<=', 'many', 'several')),
    CONSTRAINT ck_claim_factuality CHECK (factuality IN ('factual', 'counterfactual', 'conditional', 'hedged')),
    CONSTRAINT ck_claim_figure_kind CHECK (figure_kind IN ('count', 'money', 'percent', 'points', 'ratio', 'multiple', 'rank', 'measure', 'duration')),
    CONSTRAINT ck_claim_level CHECK (level IN ('public', 'internal', 'confidential', 'sealed'))
);

CREATE INDEX ix_claim_key ON claim ("key");

CREATE INDEX ix_claim_subject ON claim (subject);

CREATE UNIQUE INDEX uq_claim_live ON claim ("key", level) WHERE retracted_at IS NULL;

CREATE TABLE counterclaim (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_counterclaim PRIMARY KEY (name)
);

CREATE TABLE event (
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    model VARCHAR NOT NULL,
    uid VARCHAR NOT NULL,
    level TEXT NOT NULL,
    actor VARCHAR NOT NULL,
    at DATETIME NOT NULL,
    salt VARCHAR NOT NULL,
    body VARCHAR,
    commitment VARCHAR NOT NULL,
    chain VARCHAR NOT NULL,
    CONSTRAINT pk_event PRIMARY KEY (seq),
    CONSTRAINT ck_event_kind CHECK (kind IN ('recorded', 'retracted', 'redacted')),
    CONSTRAINT ck_event_level CHECK (level IN ('public', 'internal', 'confidential', 'sealed'))
);

CREATE INDEX ix_event_uid ON event (uid);

CREATE TABLE document (
    id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at DATETIME NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at DATETIME,
    retracted_by VARCHAR,
    title VARCHAR NOT NULL,
    url VARCHAR,
    publisher_id VARCHAR,
    publisher VARCHAR,
    byline VARCHAR,
    published_on VARCHAR,
    published_first DATE,
    published_last DATE,
    kind TEXT NOT NULL,
    language VARCHAR,
    text_key VARCHAR,
    CONSTRAINT pk_document PRIMARY KEY (id),
    CONSTRAINT ck_document_kind CHECK (kind IN ('article', 'wire', 'snapshot', 'transcript', 'memo', 'email', 'social', 'official', 'press_release', 'filing', 'letter', 'interview', 'digest', 'draft', 'other')),
    CONSTRAINT ck_document_level CHECK (level IN ('public', 'internal', 'confidential', 'sealed')),
    CONSTRAINT fk_document_publisher_id_agent FOREIGN KEY(publisher_id) REFERENCES agent (id)
);

CREATE INDEX ix_document_key ON document ("key");

CREATE INDEX ix_document_publisher_id ON document (publisher_id);

CREATE UNIQUE INDEX uq_document_live ON document ("key", level) WHERE retracted_at IS NULL;

CREATE TABLE review (
    id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at DATETIME NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at DATETIME,
    retracted_by VARCHAR,
    claim_id VARCHAR NOT NULL,
    claim_key VARCHAR NOT NULL,
    ruling TEXT NOT NULL,
    rationale VARCHAR,
    certainty TEXT,
    second_reader VARCHAR,
    CONSTRAINT pk_review PRIMARY KEY (id),
    CONSTRAINT ck_review_certainty CHECK (certainty IN ('low', 'medium', 'high')),
    CONSTRAINT ck_review_level CHECK (level IN ('public', 'internal', 'confidential', 'sealed')),
    CONSTRAINT ck_review_ruling CHECK (ruling IN ('supported', 'not_supported', 'disputed', 'outdated', 'cannot_be_checked')),
    CONSTRAINT fk_review_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id)
);

CREATE INDEX ix_review_claim_id ON review (claim_id);

CREATE INDEX ix_review_key ON review ("key");

CREATE UNIQUE INDEX uq_review_live ON review ("key", level) WHERE retracted_at IS NULL;

CREATE TABLE capture (
    id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at DATETIME NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at DATETIME,
    retracted_by VARCHAR,
    document_id VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    encoding VARCHAR,
    size INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    captured_at DATETIME NOT NULL,
    how VARCHAR NOT NULL,
    regions JSON NOT NULL,
    notes JSON NOT NULL,
    left_out JSON NOT NULL,
    reader VARCHAR NOT NULL,
    CONSTRAINT pk_capture PRIMARY KEY (id),
    CONSTRAINT ck_capture_level CHECK (level IN ('public', 'internal', 'confidential', 'sealed')),
    CONSTRAINT fk_capture_document_id_document FOREIGN KEY(document_id) REFERENCES document (id)
);

CREATE INDEX ix_capture_document_id ON capture (document_id);

CREATE INDEX ix_capture_key ON capture ("key");

CREATE INDEX ix_capture_sha256 ON capture (sha256);

CREATE UNIQUE INDEX uq_capture_live ON capture ("key", level) WHERE retracted_at IS NULL;

CREATE TABLE passage (
    id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at DATETIME NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at DATETIME,
    retracted_by VARCHAR,
    capture_id VARCHAR NOT NULL,
    capture_key VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    exact VARCHAR NOT NULL,
    prefix VARCHAR NOT NULL,
    suffix VARCHAR NOT NULL,
    CONSTRAINT pk_passage PRIMARY KEY (id),
    CONSTRAINT ck_passage_level CHECK (level IN ('public', 'internal', 'confidential', 'sealed')),
    CONSTRAINT fk_passage_capture_id_capture FOREIGN KEY(capture_id) REFERENCES capture (id)
);

CREATE INDEX ix_passage_capture_id ON passage (capture_id);

CREATE INDEX ix_passage_key ON passage ("key");

CREATE UNIQUE INDEX uq_passage_live ON passage ("key", level) WHERE retracted_at IS NULL;

CREATE TABLE statement (
    id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at DATETIME NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at DATETIME,
    retracted_by VARCHAR,
    passage_id VARCHAR NOT NULL,
    passage_key VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    claim_key VARCHAR NOT NULL,
    speaker_id VARCHAR NOT NULL,
    speaker VARCHAR NOT NULL,
    said_on VARCHAR,
    said_first DATE,
    said_last DATE,
    speech TEXT NOT NULL,
    act TEXT NOT NULL,
    hedges JSON NOT NULL,
    language VARCHAR NOT NULL,
    chain JSON NOT NULL,
    origin VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    cue VARCHAR,
    CONSTRAINT pk_statement PRIMARY KEY (id),
    CONSTRAINT ck_statement_act CHECK (act IN ('assertion', 'denial', 'forecast', 'promise', 'opinion', 'question')),
    CONSTRAINT ck_statement_level CHECK (level IN ('public', 'internal', 'confidential', 'sealed')),
    CONSTRAINT ck_statement_speech CHECK (speech IN ('direct', 'partial', 'paraphrase', 'headline', 'narration', 'presupposition')),
    CONSTRAINT fk_statement_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id),
    CONSTRAINT fk_statement_passage_id_passage FOREIGN KEY(passage_id) REFERENCES passage (id),
    CONSTRAINT fk_statement_speaker_id_agent FOREIGN KEY(speaker_id) REFERENCES agent (id)
);

CREATE INDEX ix_statement_claim_id ON statement (claim_id);

CREATE INDEX ix_statement_key ON statement ("key");

CREATE INDEX ix_statement_passage_id ON statement (passage_id);

CREATE INDEX ix_statement_speaker_id ON statement (speaker_id);

CREATE UNIQUE INDEX uq_statement_live ON statement ("key", level) WHERE retracted_at IS NULL;

CREATE TABLE acceptance (
    id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at DATETIME NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at DATETIME,
    retracted_by VARCHAR,
    statement_id VARCHAR NOT NULL,
    statement_key VARCHAR NOT NULL,
    answer TEXT NOT NULL,
    note VARCHAR,
    replaces VARCHAR,
    CONSTRAINT pk_acceptance PRIMARY KEY (id),
    CONSTRAINT ck_acceptance_answer CHECK (answer IN ('accepted', 'rejected', 'held')),
    CONSTRAINT ck_acceptance_level CHECK (level IN ('public', 'internal', 'confidential', 'sealed')),
    CONSTRAINT fk_acceptance_statement_id_statement FOREIGN KEY(statement_id) REFERENCES statement (id)
);

CREATE INDEX ix_acceptance_key ON acceptance ("key");

CREATE INDEX ix_acceptance_statement_id ON acceptance (statement_id);

CREATE UNIQUE INDEX uq_acceptance_live ON acceptance ("key", level) WHERE retracted_at IS NULL;

CREATE TABLE link (
    id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at DATETIME NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at DATETIME,
    retracted_by VARCHAR,
    a_id VARCHAR NOT NULL,
    b_id VARCHAR NOT NULL,
    a_key VARCHAR NOT NULL,
    b_key VARCHAR NOT NULL,
    a_statement_id VARCHAR,
    b_statement_id VARCHAR,
    relation TEXT NOT NULL,
    kind TEXT,
    explained_by TEXT,
    origin VARCHAR NOT NULL,
    question VARCHAR,
    explanation VARCHAR NOT NULL,
    value_a VARCHAR,
    value_b VARCHAR,
    check_wording VARCHAR,
    CONSTRAINT pk_link PRIMARY KEY (id),
    CONSTRAINT ck_link_explained_by CHECK (explained_by IN ('time', 'scope', 'unit', 'measure', 'entity', 'rounding', 'lot', 'forecast', 'opinion', 'translation', 'update', 'session', 'fiscal_year', 'attribution')),
    CONSTRAINT ck_link_kind CHECK (kind IN ('denial', 'numeric', 'temporal', 'attribution', 'entity', 'drift', 'promise_outcome', 'self', 'retraction')),
    CONSTRAINT ck_link_level CHECK (level IN ('public', 'internal', 'confidential', 'sealed')),
    CONSTRAINT ck_link_relation CHECK (relation IN ('contradicts', 'equivalent', 'supports', 'qualifies')),
    CONSTRAINT fk_link_a_id_claim FOREIGN KEY(a_id) REFERENCES claim (id),
    CONSTRAINT fk_link_a_statement_id_statement FOREIGN KEY(a_statement_id) REFERENCES statement (id),
    CONSTRAINT fk_link_b_id_claim FOREIGN KEY(b_id) REFERENCES claim (id),
    CONSTRAINT fk_link_b_statement_id_statement FOREIGN KEY(b_statement_id) REFERENCES statement (id)
);

CREATE INDEX ix_link_a ON link (a_id, retracted_at, level);

CREATE INDEX ix_link_b ON link (b_id, retracted_at, level);

CREATE INDEX ix_link_key ON link ("key");

CREATE UNIQUE INDEX uq_link_live ON link ("key", level) WHERE retracted_at IS NULL;

CREATE TABLE judgement (
    id VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at DATETIME NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at DATETIME,
    retracted_by VARCHAR,
    link_id VARCHAR NOT NULL,
    link_key VARCHAR NOT NULL,
    ruling TEXT NOT NULL,
    explained_by TEXT,
    rationale VARCHAR,
    certainty TEXT,
    second_reader VARCHAR,
    saw VARCHAR,
    CONSTRAINT pk_judgement PRIMARY KEY (id),
    CONSTRAINT ck_judgement_certainty CHECK (certainty IN ('low', 'medium', 'high')),
    CONSTRAINT ck_judgement_explained_by CHECK (explained_by IN ('time', 'scope', 'unit', 'measure', 'entity', 'rounding', 'lot', 'forecast', 'opinion', 'translation', 'update', 'session', 'fiscal_year', 'attribution')),
    CONSTRAINT ck_judgement_level CHECK (level IN ('public', 'internal', 'confidential', 'sealed')),
    CONSTRAINT ck_judgement_ruling CHECK (ruling IN ('contradict', 'compatible', 'wording', 'need_evidence')),
    CONSTRAINT fk_judgement_link_id_link FOREIGN KEY(link_id) REFERENCES link (id)
);

CREATE INDEX ix_judgement_key ON judgement ("key");

CREATE INDEX ix_judgement_link_id ON judgement (link_id);

CREATE UNIQUE INDEX uq_judgement_live ON judgement ("key", level) WHERE retracted_at IS NULL;

INSERT INTO alembic_version (version_num) VALUES ('0001') RETURNING version_num;

-- Running upgrade 0001 -> 0002

CREATE TABLE search_entry (
    "row" INTEGER NOT NULL,
    uid TEXT NOT NULL,
    model TEXT NOT NULL,
    CONSTRAINT pk_search_entry PRIMARY KEY ("row")
);

CREATE INDEX ix_search_entry_uid ON search_entry (uid);

CREATE VIRTUAL TABLE search_tokens USING fts5(tokens, content='', columnsize=0, tokenize="ascii tokenchars '.'");

CREATE TRIGGER agent_is_never_edited BEFORE UPDATE OF id, key, level, recorded_at, recorded_by, name, kind, names, identifiers, context ON "agent" WHEN NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') BEGIN SELECT RAISE(ABORT, 'this agent is recorded and never edited; retract it and add another'); END;

CREATE TRIGGER agent_is_retracted_once BEFORE UPDATE OF retracted_at, retracted_by ON "agent" WHEN OLD.retracted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'this agent is retracted once'); END;

CREATE TRIGGER agent_is_never_deleted BEFORE DELETE ON "agent" BEGIN SELECT RAISE(ABORT, 'this agent is never deleted; retract it'); END;

CREATE TRIGGER document_is_never_edited BEFORE UPDATE OF id, key, level, recorded_at, recorded_by, title, url, publisher_id, publisher, byline, published_on, published_first, published_last, kind, language, text_key ON "document" WHEN NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') BEGIN SELECT RAISE(ABORT, 'this document is recorded and never edited; retract it and add another'); END;

CREATE TRIGGER document_is_retracted_once BEFORE UPDATE OF retracted_at, retracted_by ON "document" WHEN OLD.retracted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'this document is retracted once'); END;

CREATE TRIGGER document_is_never_deleted BEFORE DELETE ON "document" BEGIN SELECT RAISE(ABORT, 'this document is never deleted; retract it'); END;

CREATE TRIGGER capture_is_never_edited BEFORE UPDATE OF id, key, level, recorded_at, recorded_by, document_id, sha256, media_type, encoding, size, text, captured_at, how, regions, notes, left_out, reader ON "capture" WHEN NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') BEGIN SELECT RAISE(ABORT, 'this capture is recorded and never edited; retract it and add another'); END;

CREATE TRIGGER capture_is_retracted_once BEFORE UPDATE OF retracted_at, retracted_by ON "capture" WHEN OLD.retracted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'this capture is retracted once'); END;

CREATE TRIGGER capture_is_never_deleted BEFORE DELETE ON "capture" BEGIN SELECT RAISE(ABORT, 'this capture is never deleted; retract it'); END;

CREATE TRIGGER passage_is_never_edited BEFORE UPDATE OF id, key, level, recorded_at, recorded_by, capture_id, capture_key, start, end, exact, prefix, suffix ON "passage" WHEN NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') BEGIN SELECT RAISE(ABORT, 'this passage is recorded and never edited; retract it and add another'); END;

CREATE TRIGGER passage_is_retracted_once BEFORE UPDATE OF retracted_at, retracted_by ON "passage" WHEN OLD.retracted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'this passage is retracted once'); END;

CREATE TRIGGER passage_is_never_deleted BEFORE DELETE ON "passage" BEGIN SELECT RAISE(ABORT, 'this passage is never deleted; retract it'); END;

CREATE TRIGGER claim_is_never_edited BEFORE UPDATE OF id, key, level, recorded_at, recorded_by, text, language, subject, predicate, measure, object, negated, factuality, value_low, value_high, unit, comparator, figure_kind, figures, valid_on, valid_first, valid_last, scope, due_on, due_first, due_last, due_how, occasion ON "claim" WHEN NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') BEGIN SELECT RAISE(ABORT, 'this claim is recorded and never edited; retract it and add another'); END;

CREATE TRIGGER claim_is_retracted_once BEFORE UPDATE OF retracted_at, retracted_by ON "claim" WHEN OLD.retracted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'this claim is retracted once'); END;

CREATE TRIGGER claim_is_never_deleted BEFORE DELETE ON "claim" BEGIN SELECT RAISE(ABORT, 'this claim is never deleted; retract it'); END;

CREATE TRIGGER statement_is_never_edited BEFORE UPDATE OF id, key, level, recorded_at, recorded_by, passage_id, passage_key, claim_id, claim_key, speaker_id, speaker, said_on, said_first, said_last, speech, act, hedges, language, chain, origin, reason, cue ON "statement" WHEN NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') BEGIN SELECT RAISE(ABORT, 'this statement is recorded and never edited; retract it and add another'); END;

CREATE TRIGGER statement_is_retracted_once BEFORE UPDATE OF retracted_at, retracted_by ON "statement" WHEN OLD.retracted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'this statement is retracted once'); END;

CREATE TRIGGER statement_is_never_deleted BEFORE DELETE ON "statement" BEGIN SELECT RAISE(ABORT, 'this statement is never deleted; retract it'); END;

CREATE TRIGGER link_is_never_edited BEFORE UPDATE OF id, key, level, recorded_at, recorded_by, a_id, b_id, a_key, b_key, a_statement_id, b_statement_id, relation, kind, explained_by, origin, question, explanation, value_a, value_b, check_wording ON "link" WHEN NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') BEGIN SELECT RAISE(ABORT, 'this link is recorded and never edited; retract it and add another'); END;

CREATE TRIGGER link_is_retracted_once BEFORE UPDATE OF retracted_at, retracted_by ON "link" WHEN OLD.retracted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'this link is retracted once'); END;

CREATE TRIGGER link_is_never_deleted BEFORE DELETE ON "link" BEGIN SELECT RAISE(ABORT, 'this link is never deleted; retract it'); END;

CREATE TRIGGER judgement_is_never_edited BEFORE UPDATE OF id, key, level, recorded_at, recorded_by, link_id, link_key, ruling, explained_by, rationale, certainty, second_reader, saw ON "judgement" WHEN NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') BEGIN SELECT RAISE(ABORT, 'this judgement is recorded and never edited; retract it and add another'); END;

CREATE TRIGGER judgement_is_retracted_once BEFORE UPDATE OF retracted_at, retracted_by ON "judgement" WHEN OLD.retracted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'this judgement is retracted once'); END;

CREATE TRIGGER judgement_is_never_deleted BEFORE DELETE ON "judgement" BEGIN SELECT RAISE(ABORT, 'this judgement is never deleted; retract it'); END;

CREATE TRIGGER review_is_never_edited BEFORE UPDATE OF id, key, level, recorded_at, recorded_by, claim_id, claim_key, ruling, rationale, certainty, second_reader ON "review" WHEN NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') BEGIN SELECT RAISE(ABORT, 'this review is recorded and never edited; retract it and add another'); END;

CREATE TRIGGER review_is_retracted_once BEFORE UPDATE OF retracted_at, retracted_by ON "review" WHEN OLD.retracted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'this review is retracted once'); END;

CREATE TRIGGER review_is_never_deleted BEFORE DELETE ON "review" BEGIN SELECT RAISE(ABORT, 'this review is never deleted; retract it'); END;

CREATE TRIGGER acceptance_is_never_edited BEFORE UPDATE OF id, key, level, recorded_at, recorded_by, statement_id, statement_key, answer, note, replaces ON "acceptance" WHEN NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') BEGIN SELECT RAISE(ABORT, 'this acceptance is recorded and never edited; retract it and add another'); END;

CREATE TRIGGER acceptance_is_retracted_once BEFORE UPDATE OF retracted_at, retracted_by ON "acceptance" WHEN OLD.retracted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'this acceptance is retracted once'); END;

CREATE TRIGGER acceptance_is_never_deleted BEFORE DELETE ON "acceptance" BEGIN SELECT RAISE(ABORT, 'this acceptance is never deleted; retract it'); END;

CREATE TRIGGER event_is_never_edited BEFORE UPDATE ON event WHEN NEW.body IS NOT NULL OR NEW.salt <> '' OR NEW.seq <> OLD.seq OR NEW.kind <> OLD.kind OR NEW.model <> OLD.model OR NEW.uid <> OLD.uid OR NEW.level <> OLD.level OR NEW.actor <> OLD.actor OR NEW.at <> OLD.at OR NEW.commitment <> OLD.commitment OR NEW.chain <> OLD.chain OR NOT EXISTS (SELECT 1 FROM event AS later WHERE later.uid = OLD.uid AND later.kind = 'redacted' AND later.seq > OLD.seq) BEGIN SELECT RAISE(ABORT, 'the audit log is written once; only a recorded redaction empties a line'); END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the audit log is written once; only a recorded redaction empties a line'); END;

UPDATE alembic_version SET version_num='0002' WHERE alembic_version.version_num = '0001';
