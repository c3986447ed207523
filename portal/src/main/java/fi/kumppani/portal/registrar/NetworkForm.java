package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.NetworkFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;
import fi.kumppani.portal.page.Meanwhile;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a network says of itself, in three languages each. */
final class NetworkForm {

    private static final String FAMILY = "registrar.network";
    private static final List<String> TEXTS = List.of("name", "description", "contactRole");
    private static final List<String> REASONS = List.of("network-ended");
    private static final String NAME = TEXTS.getFirst();
    private static final String FIRST = NAME + ".fi";
    private static final String IF_MATCH = "If-Match";

    private NetworkForm() {}

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        TEXTS.forEach(text -> LocalizedFields.keep(form, text, sent));
    }

    /** Fills in what is known. */
    static void fill(FilledForm form, @Nullable NetworkFacts facts) {
        LocalizedFields.fill(form, NAME, facts == null ? null : facts.name());
        LocalizedFields.fill(form, "description", facts == null ? null : facts.description());
        LocalizedFields.fill(form, "contactRole", facts == null ? null : facts.contactRole());
    }

    /** Says what is wrong with what was written. */
    static void check(FilledForm form) {
        if (LocalizedFields.read(form, NAME).isEmpty()) {
            form.refuse(FIRST, "registrar.error.name.missing");
        }
    }

    /** Begins a network. */
    static Question<Registry.Made> begin(String municipality, FilledForm form) {
        return Question.post(
                        Backend.REGISTRY,
                        Registry.Made.class,
                        NetworkFacts.ALL,
                        Map.of("municipality", municipality),
                        read(form))
                .with("Idempotency-Key", form.key());
    }

    /** Writes a network anew. */
    static Question<NetworkFacts> write(
            String municipality, String id, FilledForm form, String seen) {
        return put(municipality, id, "", read(form), seen);
    }

    /** Ends a network. */
    static Question<NetworkFacts> end(String municipality, String id, String seen) {
        return put(municipality, id, "/ending", Map.of(), seen);
    }

    /** Says what the registry refused. */
    static void refuse(FilledForm form, Refusal refusal) {
        form.refuse(
                new Refusal(
                        refusal.status(),
                        refusal.reason(),
                        refusal.errors().stream().map(NetworkForm::atItsField).toList()),
                "registrar",
                REASONS,
                error ->
                        error.field().startsWith(NAME)
                                ? "registrar.error.name.size"
                                : FAMILY + ".error.size");
    }

    /** What somebody else has saved meanwhile, by field. */
    static Map<String, String> meanwhile(FilledForm sent, NetworkFacts now) {
        FilledForm saved = new FilledForm(sent.key());
        fill(saved, now);
        return Meanwhile.of(
                sent,
                saved,
                TEXTS.stream().flatMap(t -> LocalizedFields.names(t).stream()).toList());
    }

    private static Map<String, Object> read(FilledForm form) {
        Map<String, Object> profile = new LinkedHashMap<>();
        for (String text : TEXTS) {
            Map<String, String> written = LocalizedFields.read(form, text);
            if (!written.isEmpty()) {
                profile.put(text, written);
            }
        }
        return profile;
    }

    private static Question<NetworkFacts> put(
            String municipality, String id, String act, Map<String, Object> body, String seen) {
        return Question.put(
                        Backend.REGISTRY,
                        NetworkFacts.class,
                        NetworkFacts.ALL + "/{id}" + act,
                        Map.of("municipality", municipality, "id", id),
                        body)
                .with(IF_MATCH, seen);
    }

    /** The registry names the text, or its language too. */
    private static Refusal.FieldError atItsField(Refusal.FieldError error) {
        return TEXTS.contains(error.field())
                ? new Refusal.FieldError(error.field() + ".fi", error.code())
                : error;
    }
}
