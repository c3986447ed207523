package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The form of a call in the version that an application answers. */
record FormFacts(List<Section> sections) {

    FormFacts {
        sections = List.copyOf(sections);
    }

    /** A section; {@code light} unless only large sums fill it in. */
    record Section(
            String id,
            LocalizedText title,
            @Nullable LocalizedText help,
            @Nullable Boolean light,
            List<Asked> questions) {

        Section {
            questions = List.copyOf(questions);
        }
    }

    /**
     * A question.
     *
     * @param kind {@code line}, {@code text}, {@code number}, {@code amount}, {@code date}, {@code
     *     yes-no}, {@code one} or {@code several}
     */
    record Asked(
            String id,
            LocalizedText label,
            @Nullable LocalizedText help,
            String kind,
            @Nullable Boolean required,
            @Nullable Integer least,
            @Nullable Integer most,
            @Nullable List<Option> options,
            @Nullable Condition condition) {

        List<Option> choices() {
            return Objects.requireNonNullElse(options, List.of());
        }
    }

    /** Something that can be chosen. */
    record Option(String id, LocalizedText label) {}

    /** Asks only those who answered an earlier question so. */
    record Condition(String question, List<String> anyOf) {

        Condition {
            anyOf = List.copyOf(anyOf);
        }
    }

    Optional<Section> section(String id) {
        return sections.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    static Question<FormFacts> of(String municipality, ApplicationFacts.Form form) {
        return Question.get(
                Backend.GRANTS,
                FormFacts.class,
                "/v1/municipalities/{municipality}/forms/{form}/versions/{version}",
                Map.of("municipality", municipality, "form", form.id(), "version", form.version()));
    }
}
