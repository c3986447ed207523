package fi.kumppani.grants.scheme;

/** What kind of support a call gives (avustuslaji). */
public enum GrantKind {
    /** General support that is not told apart further (yleisavustus). */
    GENERAL,
    /** For what an association does all year (toiminta-avustus). */
    OPERATING,
    /** For one undertaking with an end (hankeavustus). */
    PROJECT,
    /** For events (tapahtuma-avustus). */
    EVENT,
    /** For villages and quarters (kylien kehittämisraha). */
    VILLAGE_DEVELOPMENT,
    /** For the rent of premises (vuokratuki). */
    RENT,
    /** For what is of large benefit to everybody (yleishyödyllinen kohde). */
    LARGE_PUBLIC_BENEFIT,
    /** For one exceptional need, as in an epidemic (kertaluonteinen avustus). */
    ONE_OFF,
    /** Lent to begin with and paid back by a plan (starttilaina). */
    START_UP_LOAN
}
