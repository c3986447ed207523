package fi.kumppani.portal.grantee;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A decision about a grant that came after the one on its application, in words.
 *
 * @param name its name within the application, such as {@code change-1}
 * @param kind what it is on
 * @param document where its document is; null when it has none
 * @param until the last day on which the party can claim a revised one; null while that is not
 *     known
 */
public record LaterDecision(
        String name, Kind kind, int number, @Nullable String document, @Nullable String until) {

    /** The path of all of them. */
    public static final String PATH = ApplicationFacts.PATH + "/later-decisions";

    /** On what it was decided. */
    public enum Kind {
        /** On other terms. */
        CHANGE("change"),
        /** On claiming something back. */
        RECOVERY("recovery");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As grants-service writes it. */
        public String code() {
            return code;
        }

        /**
         * The kind with this code.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Kind of(String code) {
            return Stream.of(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such kind: " + code));
        }
    }

    private record All(List<Item> items) {}

    private record Item(
            String id,
            String kind,
            int number,
            boolean hasDocument,
            @Nullable LocalDate partyUntil) {}

    /** Those of a kind, by number; none while nothing can be told of them. */
    public static Map<Integer, LaterDecision> all(
            Person person, String municipality, String application, Kind kind, Language language) {
        return person
                .answer(
                        Question.get(
                                Backend.GRANTS,
                                All.class,
                                PATH,
                                ApplicationFacts.at(municipality, application)))
                .found()
                .stream()
                .flatMap(all -> all.items().stream())
                .filter(each -> each.kind().equals(kind.code))
                .map(
                        each ->
                                new LaterDecision(
                                        each.id(),
                                        kind,
                                        each.number(),
                                        each.hasDocument()
                                                ? document(
                                                        municipality,
                                                        application,
                                                        each.id(),
                                                        language)
                                                : null,
                                        each.partyUntil() == null
                                                ? null
                                                : Formats.day(each.partyUntil(), language)))
                .collect(Collectors.toUnmodifiableMap(LaterDecision::number, Function.identity()));
    }

    private static String document(
            String municipality, String application, String name, Language language) {
        return "/api/grants/v1/municipalities/%s/applications/%s/later-decisions/%s/document.pdf?language=%s"
                .formatted(municipality, application, name, language.code());
    }
}
