package fi.kumppani.portal.organiser;

import java.util.List;

/** What coordinators decide about a registration, in the words of events-service. */
final class ParticipantActs {

    static final String APPROVAL = "approval";

    private static final String REJECTION = "rejection";
    private static final String CANCELLATION = "cancellation";
    private static final String EXCEPTION = "exception";

    /** All of them. */
    static final List<String> ALL = List.of(APPROVAL, REJECTION, EXCEPTION, CANCELLATION);

    private ParticipantActs() {}

    /** Those that do something with a registration that stands so. */
    static List<String> of(String status) {
        return switch (status) {
            case "requested" -> List.of(APPROVAL, REJECTION);
            case "waitlisted" -> List.of(EXCEPTION, CANCELLATION);
            case "confirmed", "offered" -> List.of(CANCELLATION);
            default -> List.of();
        };
    }
}
