package fi.kumppani.portal.sender;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.regex.Pattern;

/** The fields of the form, named as newsletter-service names them. */
final class SenderForm {

    private static final String NAME = "name";
    private static final String ALT = "logo.alt";
    private static final String LOGO = "logo.address";
    private static final String HOST = "server.host";
    private static final String PORT = "server.port";
    private static final String PASSWORD = "server.password";
    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");
    private static final List<String> PLAIN =
            List.of("address", "replyTo", "color", LOGO, HOST, PORT, "server.username");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private SenderForm() {}

    /** Keeps what was sent, but never a password. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        PLAIN.forEach(field -> form.put(field, sent.getFirst(field)));
        for (String language : LANGUAGES) {
            form.put(NAME + "." + language, sent.getFirst(NAME + "." + language));
            form.put(ALT + "." + language, sent.getFirst(ALT + "." + language));
        }
        form.put(PASSWORD, "");
    }

    /** Fills in what is known. */
    static void fill(FilledForm form, SenderFacts.@Nullable Own own) {
        if (own == null) {
            return;
        }
        form.put("address", own.address());
        form.put("replyTo", own.replyTo().equals(own.address()) ? "" : own.replyTo());
        form.put("color", own.color());
        put(form, NAME, own.name());
        if (own.logo() != null) {
            form.put(LOGO, own.logo().address());
            put(form, ALT, own.logo().alt());
        }
        if (own.server() != null) {
            form.put(HOST, own.server().host());
            form.put(PORT, Integer.toString(own.server().port()));
            form.put("server.username", own.server().username());
        }
    }

    /** What the form says. */
    static SenderFacts.Wish read(FilledForm form, @Nullable String password) {
        LocalizedText alt = text(form, ALT);
        return new SenderFacts.Wish(
                form.value("address"),
                text(form, NAME),
                orNull(form.value("replyTo")),
                orNull(form.value("color")),
                form.value(LOGO).isEmpty()
                        ? null
                        : new SenderFacts.Logo(
                                form.value(LOGO),
                                alt == null ? new LocalizedText(null, null, null) : alt),
                form.value(HOST).isEmpty()
                        ? null
                        : new SenderFacts.Server(
                                form.value(HOST),
                                NUMBER.matcher(form.value(PORT)).matches()
                                        ? Integer.parseInt(form.value(PORT))
                                        : 0,
                                form.value("server.username"),
                                password == null || password.isEmpty() ? null : password));
    }

    private static void put(FilledForm form, String field, @Nullable LocalizedText text) {
        if (text != null) {
            form.put(field + ".fi", text.fi());
            form.put(field + ".sv", text.sv());
            form.put(field + ".en", text.en());
        }
    }

    private static @Nullable LocalizedText text(FilledForm form, String field) {
        List<@Nullable String> texts =
                LANGUAGES.stream()
                        .<@Nullable String>map(each -> orNull(form.value(field + "." + each)))
                        .toList();
        return texts.stream().allMatch(each -> each == null)
                ? null
                : new LocalizedText(texts.get(0), texts.get(1), texts.get(2));
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
