package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import java.util.List;
import java.util.Map;

/** The reasons that there can be for a decision. */
public record ReasonFacts(List<Reason> items) {

    /** Copies the list. */
    public ReasonFacts {
        items = List.copyOf(items);
    }

    /** A reason that everybody may read. */
    public record Reason(String code, LocalizedText text) {}

    /** A reason in words. */
    public record Choice(String code, Told text) {}

    /** All of them; none when grants-service is away. */
    public static List<Reason> of(String municipality, Backends backends, Reader reader) {
        return backends.answer(
                        reader,
                        Question.get(
                                Backend.GRANTS,
                                ReasonFacts.class,
                                "/v1/municipalities/{municipality}/decision-reasons",
                                Map.of("municipality", municipality)))
                .found()
                .map(ReasonFacts::items)
                .orElseGet(List::of);
    }

    /** The reasons in words. */
    public static List<Choice> choices(List<Reason> reasons, Language language) {
        return reasons.stream()
                .map(reason -> new Choice(reason.code(), reason.text().told(language)))
                .toList();
    }
}
