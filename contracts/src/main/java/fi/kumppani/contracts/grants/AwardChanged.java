package fi.kumppani.contracts.grants;

/** What was granted was accepted or declined, or is being paid; the later message counts. */
public record AwardChanged(Award award) {
    public static final String TYPE = "grants.award.changed.v1";
}
