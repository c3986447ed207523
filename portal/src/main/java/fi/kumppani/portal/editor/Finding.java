package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that would keep readers from reading an issue, as newsletter-service found it.
 *
 * @param error whether it cannot be sent so
 * @param block the block it is in, from 0; -1 for the letter as a whole
 * @param field the field of the page; null for none
 * @param part what the field is, as the key of its name ends
 * @param language the code of the language of the text; null when it is all the same
 * @param code what was found, as the key of its text ends
 */
record Finding(
        boolean error,
        int block,
        @Nullable String field,
        String part,
        @Nullable String language,
        String code) {

    private static final Pattern OF_ITEM = Pattern.compile("items\\[([0-9]{1,2})]\\.(.+)");
    private static final Pattern IN_LANGUAGE = Pattern.compile("(.+)\\.(fi|sv|en)");
    private static final Set<String> TEXTS = Set.of("title", "text", "picture.alt");
    private static final Set<String> CODES =
            Set.of(
                    "not-translated",
                    "capitals",
                    "same-heading",
                    "not-public",
                    "not-encrypted",
                    "too-large",
                    "empty",
                    "unknown");

    /** What newsletter-service answers. */
    record Checks(List<Found> findings) {

        static final Checks NONE = new Checks(List.of());

        Checks {
            findings = findings == null ? List.of() : List.copyOf(findings);
        }

        /**
         * The findings as the page shows them.
         *
         * @param empty where the page shows a block that is not kept; -1 for nowhere
         */
        List<Finding> onPage(int empty) {
            return findings.stream().map(found -> Finding.of(found, empty)).toList();
        }
    }

    /**
     * A finding in the words of newsletter-service.
     *
     * @param severity {@code error} or {@code warning}
     */
    record Found(String severity, String field, String code) {}

    static Question<Checks> in(String municipality, String id) {
        return Question.get(
                Backend.NEWSLETTER,
                Checks.class,
                DraftFacts.PATH + "/checks",
                DraftFacts.at(municipality, id));
    }

    private static Finding of(Found found, int empty) {
        Matcher inLanguage = IN_LANGUAGE.matcher(found.field());
        String field = inLanguage.matches() ? inLanguage.group(1) : found.field();
        String language = inLanguage.matches() ? inLanguage.group(2) : null;
        Matcher ofItem = OF_ITEM.matcher(field);
        int block = ofItem.matches() ? Integer.parseInt(ofItem.group(1)) : -1;
        int shown = block < 0 || empty < 0 || block < empty ? block : block + 1;
        String part = ofItem.matches() ? ofItem.group(2) : field;
        return new Finding(
                found.severity().equals("error"),
                shown,
                anchor(shown, part, language),
                part.equals("segment.areas") || part.equals("items") ? part : DraftForm.part(field),
                language,
                CODES.contains(found.code()) ? found.code() : "other");
    }

    private static @Nullable String anchor(int block, String part, @Nullable String language) {
        String own =
                TEXTS.contains(part) ? part + "." + (language == null ? "fi" : language) : part;
        return block >= 0 ? Blocks.field(block, own) : part.equals("title") ? own : null;
    }
}
