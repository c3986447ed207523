package fi.kumppani.grants.grantapplication;

/** Why a decision took the place of another. */
public enum RevisionCause {
    /** A claim for a revised decision (oikaisuvaatimus; kuntalaki 410/2015, 134 §). */
    CLAIM,
    /** A board took the decision up (otto-oikeus; kuntalaki 410/2015, 92 §). */
    TAKEN_UP,
    /** A factual or procedural error (asiavirhe; hallintolaki 434/2003, 50 §). */
    FACTUAL_ERROR,
    /** An error of writing or reckoning (kirjoitusvirhe; hallintolaki 434/2003, 51 §). */
    CLERICAL_ERROR
}
