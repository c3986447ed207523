package fi.kumppani.portal.mailinglist;

import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;
import fi.kumppani.portal.page.Meanwhile;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields by which a mailing list is described. */
final class ListFields {

    static final String FAMILY = "mailing";
    static final List<String> AUDIENCES =
            List.of("everybody", "residents", "associations", "officials");
    static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    private static final String NAME = "name";
    private static final String TOPIC = "topic";
    private static final String AUDIENCE = "audience";
    private static final String CHOSEN = "languages";
    private static final String OPEN = "open";
    private static final String CALLS = "announcesCalls";
    private static final String YES = "true";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2_000;

    /** The texts in the order of the form, and how long each may be. */
    private static final Map<String, Integer> TEXTS = new LinkedHashMap<>();

    private static final List<String> TICKS = List.of(OPEN, "fourEyes", "sendsLatest", CALLS);

    static {
        TEXTS.put(NAME, LONGEST_NAME);
        TEXTS.put("about", LONGEST_TEXT);
        TEXTS.put("area", LONGEST_NAME);
        TEXTS.put("welcome", LONGEST_TEXT);
    }

    private ListFields() {}

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        TEXTS.keySet().forEach(text -> LocalizedFields.keep(form, text, sent));
        form.put(TOPIC, sent.getFirst(TOPIC));
        form.put(AUDIENCE, sent.getFirst(AUDIENCE));
        form.putAll(CHOSEN, sent.getOrDefault(CHOSEN, List.of()));
        TICKS.forEach(tick -> form.put(tick, sent.getFirst(tick)));
        AreaRows.keep(form, sent);
    }

    /** Fills in a new list: for everybody, in all languages, open. */
    static void fillNew(FilledForm form) {
        TEXTS.keySet().forEach(text -> LocalizedFields.fill(form, text, null));
        form.put(TOPIC, "");
        form.put(AUDIENCE, AUDIENCES.getFirst());
        form.putAll(CHOSEN, LANGUAGES);
        TICKS.forEach(tick -> form.put(tick, ""));
        form.put(OPEN, YES);
        AreaRows.fill(form, List.of());
    }

    /** Fills in what is known. */
    static void fill(FilledForm form, MailingList list) {
        LocalizedFields.fill(form, NAME, list.name());
        LocalizedFields.fill(form, "area", list.area());
        LocalizedFields.fill(form, "about", list.about());
        LocalizedFields.fill(form, "welcome", list.welcome());
        form.put(TOPIC, list.topic());
        form.put(AUDIENCE, list.audience());
        form.putAll(CHOSEN, list.languages());
        tick(form, OPEN, list.open());
        tick(form, "fourEyes", list.fourEyes());
        tick(form, "sendsLatest", list.sendsLatest());
        tick(form, CALLS, list.announcesCalls());
        AreaRows.fill(form, list.areas());
    }

    /** What is sent to the service; what cannot be read becomes a fault of the form. */
    static Map<String, Object> read(FilledForm form) {
        Map<String, Object> profile = new LinkedHashMap<>();
        TEXTS.forEach(
                (text, longest) -> {
                    Map<String, String> written = LocalizedFields.read(form, text);
                    written.forEach(
                            (language, words) -> {
                                if (words.length() > longest) {
                                    form.refuse(text + "." + language, FAMILY + ".error.size");
                                }
                            });
                    if (!written.isEmpty()) {
                        profile.put(text, written);
                    }
                });
        if (!profile.containsKey(NAME)) {
            form.refuse(NAME + ".fi", FAMILY + ".error.name");
        }
        String topic = AreaRows.code(form.value(TOPIC));
        if (!topic.isEmpty()) {
            profile.put(TOPIC, topic);
        }
        if (!AUDIENCES.contains(form.value(AUDIENCE))) {
            form.refuse(AUDIENCE, FAMILY + ".error.audience");
        }
        profile.put(AUDIENCE, form.value(AUDIENCE));
        List<String> languages = LANGUAGES.stream().filter(each -> form.has(CHOSEN, each)).toList();
        if (languages.isEmpty()) {
            form.refuse(CHOSEN, FAMILY + ".error.languages");
        }
        profile.put(CHOSEN, languages);
        profile.put(OPEN, form.has(OPEN, YES));
        TICKS.stream().filter(tick -> form.has(tick, YES)).forEach(tick -> profile.put(tick, true));
        List<Map<String, Object>> areas = AreaRows.read(form);
        if (!areas.isEmpty()) {
            profile.put("areas", areas);
        }
        return profile;
    }

    /** Says what newsletter-service refused. */
    static void refuse(FilledForm form, Refusal refusal) {
        form.refuse(
                new Refusal(
                        refusal.status(),
                        refusal.reason(),
                        refusal.errors().stream().map(ListFields::atItsField).toList()),
                FAMILY,
                List.of(),
                error ->
                        error.field().equals(TOPIC) || error.field().equals(AUDIENCE)
                                ? FAMILY + ".error." + error.field()
                                : FAMILY + ".error.size");
    }

    /** What somebody else has saved meanwhile, by field. */
    static Map<String, String> meanwhile(FilledForm sent, MailingList now) {
        FilledForm saved = new FilledForm("");
        fill(saved, now);
        List<String> names = new ArrayList<>();
        TEXTS.keySet().forEach(text -> names.addAll(LocalizedFields.names(text)));
        names.add(TOPIC);
        names.addAll(AreaRows.names());
        return Meanwhile.of(sent, saved, names);
    }

    private static Refusal.FieldError atItsField(Refusal.FieldError error) {
        return TEXTS.containsKey(error.field())
                ? new Refusal.FieldError(error.field() + ".fi", error.code())
                : error;
    }

    private static void tick(FilledForm form, String field, @Nullable Boolean isOn) {
        form.put(field, Boolean.TRUE.equals(isOn) ? YES : "");
    }
}
