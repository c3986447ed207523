package fi.kumppani.portal.association;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is looked for among the associations of a municipality; empty where it does not matter.
 *
 * @param text words of a name
 * @param status states, parted by commas; empty for all that exist when something is looked for
 * @param form a legal form
 * @param purposeClass 1 to 9
 * @param theme the key of a theme
 * @param network the id of a network it is a member of
 * @param unconfirmedSince the day since when it has not said that its data are right
 */
public record Wanted(
        String text,
        String status,
        String form,
        String purposeClass,
        String theme,
        String network,
        @Nullable LocalDate unconfirmedSince) {

    /** The purpose classes, in the order in which one chooses. */
    public static final List<String> CLASSES = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9");

    private static final int LONGEST = 100;
    private static final Pattern THEME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern NETWORK = Pattern.compile("[A-Za-z0-9-]{1,100}");

    /** Reads what readers ask for: words are shortened, and what no registry knows is left out. */
    public Wanted {
        text = text.strip();
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        form = LegalForms.ALL.contains(form) ? form : "";
        purposeClass = CLASSES.contains(purposeClass) ? purposeClass : "";
        theme = THEME.matcher(theme).matches() ? theme : "";
        network = NETWORK.matcher(network).matches() ? network : "";
    }

    /** What is looked for, whenever it was confirmed. */
    public Wanted(
            String text,
            String status,
            String form,
            String purposeClass,
            String theme,
            String network) {
        this(text, status, form, purposeClass, theme, network, null);
    }

    /** Those that go by some words. */
    public static Wanted named(String words) {
        return new Wanted(words, "", "", "", "", "");
    }

    /** Whether nothing in particular is looked for. */
    public boolean isAnything() {
        return given().isEmpty();
    }

    /** Asks for a page of them. */
    public Question<Listing<AssociationFacts>> page(String municipality, String from, int most) {
        Map<String, String> given = given();
        Map<String, String> variables = new HashMap<>(given);
        variables.put("municipality", municipality);
        String query =
                given.keySet().stream()
                        .map(name -> name + "={" + name + "}")
                        .collect(Collectors.joining("&"));
        return Question.page(
                Backend.REGISTRY,
                AssociationFacts.LISTING,
                AssociationFacts.ALL + (query.isEmpty() ? "" : "?" + query),
                variables,
                from,
                most);
    }

    /** Where all of them are as a table. */
    public String table(String municipality) {
        UriComponentsBuilder table =
                UriComponentsBuilder.fromPath(
                        "/api/registry/v1/municipalities/" + municipality + "/associations.csv");
        Map<String, String> given = given();
        given.keySet().forEach(name -> table.queryParam(name, "{" + name + "}"));
        return table.encode().buildAndExpand(given).toUriString();
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "text", text);
        put(given, "status", status);
        put(given, "form", form);
        put(given, "purposeClass", purposeClass);
        put(given, "theme", theme);
        put(given, "network", network);
        put(given, "unconfirmedSince", unconfirmedSince == null ? "" : unconfirmedSince.toString());
        return given;
    }

    private static void put(Map<String, String> given, String name, String value) {
        if (!value.isEmpty()) {
            given.put(name, value);
        }
    }
}
