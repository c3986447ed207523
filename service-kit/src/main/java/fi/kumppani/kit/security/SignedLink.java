package fi.kumppani.kit.security;

/** What a link token turned out to be; everything but a valid one is answered alike, with 404. */
public sealed interface SignedLink {

    /**
     * We signed it for this action, and it still holds if the generation does.
     *
     * @param subjectId whom or what the link is for
     * @param generation of the subject's links; an older one than the subject's own is revoked
     */
    record Valid(String subjectId, long generation) implements SignedLink {}

    /** We signed it for this action, but its time is over. */
    record Expired() implements SignedLink {}

    /** We did not sign it, or not for this action. */
    record Invalid() implements SignedLink {}
}
