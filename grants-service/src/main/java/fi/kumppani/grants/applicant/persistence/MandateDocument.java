package fi.kumppani.grants.applicant.persistence;

/** The newest mandate of a person for an association, as it is kept. */
record MandateDocument(String mandate, boolean valid) {}
