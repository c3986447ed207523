package fi.kumppani.portal.registrar;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;

import java.util.Map;

/** What is asked of the registry about having associations confirm their data. */
final class Confirmations {

    private static final String ALL = "/v1/municipalities/{municipality}/confirmation-requests";
    private static final String YEARLY = ALL + "/yearly";
    private static final String IF_MATCH = "If-Match";

    private Confirmations() {}

    /** How many were asked, and how many of them no mail reaches. */
    record Asked(int asked, int withoutContact) {}

    /** Whether they are asked once a year. */
    record Yearly(boolean on) {}

    /** Asks all that have said nothing for a year. */
    static Question<Asked> ask(String municipality) {
        return Question.post(Backend.REGISTRY, Asked.class, ALL, at(municipality), Map.of());
    }

    /** Whether they are asked once a year. */
    static Question<Yearly> yearly(String municipality) {
        return Question.get(Backend.REGISTRY, Yearly.class, YEARLY, at(municipality));
    }

    /**
     * From now on they are.
     *
     * @param seen the version that was shown
     */
    static Question<Yearly> turnOn(String municipality, String seen) {
        return Question.put(Backend.REGISTRY, Yearly.class, YEARLY, at(municipality), Map.of())
                .with(IF_MATCH, seen);
    }

    /**
     * From now on they are not.
     *
     * @param seen the version that was shown
     */
    static Question<Done> turnOff(String municipality, String seen) {
        return Question.delete(Backend.REGISTRY, YEARLY, at(municipality)).with(IF_MATCH, seen);
    }

    private static Map<String, String> at(String municipality) {
        return Map.of("municipality", municipality);
    }
}
