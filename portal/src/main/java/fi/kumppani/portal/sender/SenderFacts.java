package fi.kumppani.portal.sender;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whom letters come from, as newsletter-service tells it.
 *
 * @param inUse the address that letters come from now
 * @param own what the municipality says of its own sender; null when it has none
 */
record SenderFacts(String inUse, @Nullable Own own) {

    private static final String SENDER = "/v1/municipalities/{municipality}/sender";
    private static final String IF_MATCH = "If-Match";

    /**
     * A sender of the municipality's own.
     *
     * @param verified whether its domain has published all that is wanted
     * @param checkedAt when somebody looked last; null for never
     * @param records what the domain is to publish
     */
    record Own(
            String address,
            @Nullable LocalizedText name,
            String replyTo,
            String color,
            @Nullable Logo logo,
            @Nullable Server server,
            boolean verified,
            @Nullable Instant checkedAt,
            List<TextRecord> records) {

        Own {
            records = records == null ? List.of() : List.copyOf(records);
        }
    }

    /** A picture above the title of a letter. */
    record Logo(String address, LocalizedText alt) {}

    /**
     * A mail server of the municipality's own.
     *
     * @param password only ever sent; null to keep the one that is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Server(String host, int port, String username, @Nullable String password) {

        /** Says nothing of the password, so that no log does. */
        @Override
        public String toString() {
            return "Server[" + host + ":" + port + "]";
        }
    }

    /**
     * A text record in the domain's zone.
     *
     * @param kind {@code spf}, {@code dkim} or {@code dmarc}
     * @param seen whether it was there when somebody looked last
     */
    record TextRecord(String kind, String name, String value, boolean seen) {}

    /** What is wished; nulls are for what the deployment has of its own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wish(
            String address,
            @Nullable LocalizedText name,
            @Nullable String replyTo,
            @Nullable String color,
            @Nullable Logo logo,
            @Nullable Server server) {}

    /** Asks whom letters come from. */
    static Question<SenderFacts> of(String municipality) {
        return Question.get(
                Backend.NEWSLETTER,
                SenderFacts.class,
                SENDER,
                Map.of("municipality", municipality));
    }

    /** Says whom they are to come from. */
    static Question<SenderFacts> describe(String municipality, Wish wish, String seen) {
        return Question.put(
                        Backend.NEWSLETTER,
                        SenderFacts.class,
                        SENDER,
                        Map.of("municipality", municipality),
                        wish)
                .with(IF_MATCH, seen);
    }

    /** Has the domain's records looked up now. */
    static Question<SenderFacts> check(String municipality) {
        return Question.post(
                Backend.NEWSLETTER,
                SenderFacts.class,
                SENDER + "/checks",
                Map.of("municipality", municipality),
                Map.of());
    }

    /** Gives the own sender up. */
    static Question<Done> withdraw(String municipality, String seen) {
        return Question.delete(Backend.NEWSLETTER, SENDER, Map.of("municipality", municipality))
                .with(IF_MATCH, seen);
    }
}
