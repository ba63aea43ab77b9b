-- Written by schema/write.py from the migrations, for postgresql.

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 0001

CREATE TABLE agent (
    id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at TIMESTAMP WITH TIME ZONE,
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

CREATE INDEX ix_agent_key ON agent (key);

CREATE INDEX ix_agent_name ON agent (name);

CREATE UNIQUE INDEX uq_agent_live ON agent (key, level) WHERE retracted_at IS NULL;

CREATE TABLE claim (
    id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at TIMESTAMP WITH TIME ZONE,
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

CREATE INDEX ix_claim_key ON claim (key);

CREATE INDEX ix_claim_subject ON claim (subject);

CREATE UNIQUE INDEX uq_claim_live ON claim (key, level) WHERE retracted_at IS NULL;

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
    at TIMESTAMP WITH TIME ZONE NOT NULL,
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
    key VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at TIMESTAMP WITH TIME ZONE,
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

CREATE INDEX ix_document_key ON document (key);

CREATE INDEX ix_document_publisher_id ON document (publisher_id);

CREATE UNIQUE INDEX uq_document_live ON document (key, level) WHERE retracted_at IS NULL;

CREATE TABLE review (
    id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at TIMESTAMP WITH TIME ZONE,
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

CREATE INDEX ix_review_key ON review (key);

CREATE UNIQUE INDEX uq_review_live ON review (key, level) WHERE retracted_at IS NULL;

CREATE TABLE capture (
    id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at TIMESTAMP WITH TIME ZONE,
    retracted_by VARCHAR,
    document_id VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    encoding VARCHAR,
    size INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    captured_at TIMESTAMP WITH TIME ZONE NOT NULL,
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

CREATE INDEX ix_capture_key ON capture (key);

CREATE INDEX ix_capture_sha256 ON capture (sha256);

CREATE UNIQUE INDEX uq_capture_live ON capture (key, level) WHERE retracted_at IS NULL;

CREATE TABLE passage (
    id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at TIMESTAMP WITH TIME ZONE,
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

CREATE INDEX ix_passage_key ON passage (key);

CREATE UNIQUE INDEX uq_passage_live ON passage (key, level) WHERE retracted_at IS NULL;

CREATE TABLE statement (
    id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at TIMESTAMP WITH TIME ZONE,
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

CREATE INDEX ix_statement_key ON statement (key);

CREATE INDEX ix_statement_passage_id ON statement (passage_id);

CREATE INDEX ix_statement_speaker_id ON statement (speaker_id);

CREATE UNIQUE INDEX uq_statement_live ON statement (key, level) WHERE retracted_at IS NULL;

CREATE TABLE acceptance (
    id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at TIMESTAMP WITH TIME ZONE,
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

CREATE INDEX ix_acceptance_key ON acceptance (key);

CREATE INDEX ix_acceptance_statement_id ON acceptance (statement_id);

CREATE UNIQUE INDEX uq_acceptance_live ON acceptance (key, level) WHERE retracted_at IS NULL;

CREATE TABLE link (
    id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at TIMESTAMP WITH TIME ZONE,
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

CREATE INDEX ix_link_key ON link (key);

CREATE UNIQUE INDEX uq_link_live ON link (key, level) WHERE retracted_at IS NULL;

CREATE TABLE judgement (
    id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    level TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by VARCHAR NOT NULL,
    retracted_at TIMESTAMP WITH TIME ZONE,
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

CREATE INDEX ix_judgement_key ON judgement (key);

CREATE INDEX ix_judgement_link_id ON judgement (link_id);

CREATE UNIQUE INDEX uq_judgement_live ON judgement (key, level) WHERE retracted_at IS NULL;

INSERT INTO alembic_version (version_num) VALUES ('0001') RETURNING alembic_version.version_num;

-- Running upgrade 0001 -> 0002

CREATE TABLE search_entry (
    row BIGINT NOT NULL,
    uid TEXT NOT NULL,
    model TEXT NOT NULL,
    CONSTRAINT pk_search_entry PRIMARY KEY (row)
);

CREATE INDEX ix_search_entry_uid ON search_entry (uid);

CREATE TABLE search_tokens ("row" bigint PRIMARY KEY, tokens tsvector NOT NULL);

CREATE INDEX ix_search_tokens ON search_tokens USING gin (tokens);

CREATE FUNCTION counterclaim_keep_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'this %% is never deleted; retract it', TG_TABLE_NAME;
    END IF;
    IF (to_jsonb(NEW) - 'retracted_at' - 'retracted_by') IS DISTINCT FROM
       (to_jsonb(OLD) - 'retracted_at' - 'retracted_by')
       AND NOT EXISTS (SELECT 1 FROM event WHERE uid = OLD.id AND kind = 'redacted') THEN
        RAISE EXCEPTION 'this %% is recorded and never edited; retract it and add another', TG_TABLE_NAME;
    END IF;
    IF OLD.retracted_at IS NOT NULL AND
       (NEW.retracted_at, NEW.retracted_by) IS DISTINCT FROM (OLD.retracted_at, OLD.retracted_by) THEN
        RAISE EXCEPTION 'this %% is retracted once', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION counterclaim_keep_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.body IS NULL AND NEW.salt = ''
       AND (to_jsonb(NEW) - 'body' - 'salt') = (to_jsonb(OLD) - 'body' - 'salt')
       AND EXISTS (SELECT 1 FROM event WHERE uid = OLD.uid AND kind = 'redacted' AND seq > OLD.seq) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit log is written once; only a recorded redaction empties a line';
END $$;

CREATE TRIGGER agent_is_kept BEFORE UPDATE OR DELETE ON "agent" FOR EACH ROW EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER agent_is_never_emptied BEFORE TRUNCATE ON "agent" FOR EACH STATEMENT EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER document_is_kept BEFORE UPDATE OR DELETE ON "document" FOR EACH ROW EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER document_is_never_emptied BEFORE TRUNCATE ON "document" FOR EACH STATEMENT EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER capture_is_kept BEFORE UPDATE OR DELETE ON "capture" FOR EACH ROW EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER capture_is_never_emptied BEFORE TRUNCATE ON "capture" FOR EACH STATEMENT EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER passage_is_kept BEFORE UPDATE OR DELETE ON "passage" FOR EACH ROW EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER passage_is_never_emptied BEFORE TRUNCATE ON "passage" FOR EACH STATEMENT EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER claim_is_kept BEFORE UPDATE OR DELETE ON "claim" FOR EACH ROW EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER claim_is_never_emptied BEFORE TRUNCATE ON "claim" FOR EACH STATEMENT EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER statement_is_kept BEFORE UPDATE OR DELETE ON "statement" FOR EACH ROW EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER statement_is_never_emptied BEFORE TRUNCATE ON "statement" FOR EACH STATEMENT EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER link_is_kept BEFORE UPDATE OR DELETE ON "link" FOR EACH ROW EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER link_is_never_emptied BEFORE TRUNCATE ON "link" FOR EACH STATEMENT EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER judgement_is_kept BEFORE UPDATE OR DELETE ON "judgement" FOR EACH ROW EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER judgement_is_never_emptied BEFORE TRUNCATE ON "judgement" FOR EACH STATEMENT EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER review_is_kept BEFORE UPDATE OR DELETE ON "review" FOR EACH ROW EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER review_is_never_emptied BEFORE TRUNCATE ON "review" FOR EACH STATEMENT EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER acceptance_is_kept BEFORE UPDATE OR DELETE ON "acceptance" FOR EACH ROW EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER acceptance_is_never_emptied BEFORE TRUNCATE ON "acceptance" FOR EACH STATEMENT EXECUTE FUNCTION counterclaim_keep_record();

CREATE TRIGGER event_is_kept BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION counterclaim_keep_event();

CREATE TRIGGER event_is_never_emptied BEFORE TRUNCATE ON "event" FOR EACH STATEMENT EXECUTE FUNCTION counterclaim_keep_event();

UPDATE alembic_version SET version_num='0002' WHERE alembic_version.version_num = '0001';
