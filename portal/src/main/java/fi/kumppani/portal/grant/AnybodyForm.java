package fi.kumppani.portal.grant;

import fi.kumppani.portal.association.LegalForms;
import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What anybody is asked to see whether an association could apply to a call: only what its rules
 * want to know, and nothing about a person.
 *
 * @param href where it is answered
 * @param kinds which kinds of associations one can say it is
 * @param most the most euros for one application
 */
record AnybodyForm(
        String href,
        List<String> kinds,
        String most,
        boolean asksHome,
        boolean asksCost,
        boolean asksEvents,
        boolean asksBeginning,
        boolean asksEnd,
        List<Declaration> declarations,
        FilledForm form) {

    static final String FAMILY = "eligible";
    static final String DECLARED = "declared";

    private static final String WITHIN_YEAR = "within-year";
    private static final Set<String> ABOUT_THE_BEGINNING = Set.of("not-begun", WITHIN_YEAR);

    /** How each part is read for the service; empty for what cannot be read. */
    private static final Map<String, Function<String, Optional<String>>> READ =
            Map.of(
                    "form", text -> Optional.of(text).filter(LegalForms.ALL::contains),
                    "homeHere", text -> Optional.of(text).filter(Set.of("true", "false")::contains),
                    "requested", Amounts::read,
                    "totalCost", Amounts::read,
                    "events", text -> Optional.of(text).filter(each -> each.matches("[0-9]{1,4}")),
                    "beginsOn", text -> Days.read(text).map(LocalDate::toString),
                    "endsOn", text -> Days.read(text).map(LocalDate::toString));

    private static final List<String> ORDER =
            List.of(
                    "form",
                    "homeHere",
                    "requested",
                    "totalCost",
                    "events",
                    "beginsOn",
                    "endsOn",
                    DECLARED);

    /** A declaration of the call. */
    record Declaration(String id, Told text) {}

    AnybodyForm {
        kinds = List.copyOf(kinds);
        declarations = List.copyOf(declarations);
    }

    static AnybodyForm of(String code, CallDetails call, FilledForm form, Language language) {
        CallDetails.Scheme scheme = call.scheme();
        return new AnybodyForm(
                "/m/" + code + "/calls/" + call.id() + "/eligibility",
                LegalForms.ALL,
                Formats.euros(call.capPerApplication()),
                has(scheme, Set.of("home-here")),
                scheme.share() != null,
                scheme.capPerEvent() != null,
                has(scheme, ABOUT_THE_BEGINNING),
                has(scheme, Set.of(WITHIN_YEAR)),
                scheme.rules().stream()
                        .filter(rule -> rule.id() != null && rule.statement() != null)
                        .map(
                                rule ->
                                        new Declaration(
                                                Objects.requireNonNull(rule.id()),
                                                Objects.requireNonNull(rule.statement())
                                                        .told(language)))
                        .toList(),
                form);
    }

    private static boolean has(CallDetails.Scheme scheme, Set<String> rules) {
        return scheme.rules().stream().anyMatch(rule -> rules.contains(rule.rule()));
    }

    /** What was said, as it stands in the address. */
    static FilledForm filled(MultiValueMap<String, String> said) {
        FilledForm form = new FilledForm("");
        for (String field : ORDER) {
            if (field.equals(DECLARED)) {
                form.putAll(field, said.getOrDefault(field, List.of()));
            } else {
                form.put(field, said.getFirst(field));
            }
        }
        return form;
    }

    /** Whether anything was said. */
    static boolean saysAnything(FilledForm form) {
        return ORDER.stream().anyMatch(field -> !String.join("", form.values(field)).isEmpty());
    }

    /** What is said to the service; what cannot be read becomes a fault of the form. */
    static Map<String, String> read(FilledForm form) {
        Map<String, String> said = new TreeMap<>();
        READ.forEach(
                (field, read) -> {
                    String text = form.value(field);
                    if (!text.isEmpty()) {
                        read.apply(text)
                                .ifPresentOrElse(
                                        value -> said.put(field, value),
                                        () -> form.refuse(field, FAMILY + ".error." + field));
                    }
                });
        return said;
    }

    void put(Model model) {
        model.addAttribute("anybody", this);
        model.addAttribute("form", form);
    }
}
