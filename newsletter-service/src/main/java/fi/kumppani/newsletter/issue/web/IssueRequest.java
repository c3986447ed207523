package fi.kumppani.newsletter.issue.web;

import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.Item;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an issue is to say.
 *
 * @param number of the issue in its year
 * @param year the year of the number
 * @param title its title
 * @param items from top to bottom
 */
record IssueRequest(
        @Min(1) @Max(999) int number,
        @Min(1990) @Max(2100) int year,
        @NotNull LocalizedText title,
        @NotNull @Size(max = 40) List<@NotNull @Valid ItemRequest> items) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_LINK = 1_000;

    /** A part of it. */
    record ItemRequest(
            @NotNull LocalizedText title, @NotNull LocalizedText text, @Nullable String link) {}

    /**
     * The copy it asks for.
     *
     * @throws fi.kumppani.kit.problem.Problem when a field is not acceptable
     */
    Copy toCopy(String id, String listId) {
        List<FieldError> errors = errors("");
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return new Copy(
                id,
                listId,
                number,
                year,
                title,
                items.stream()
                        .map(
                                item ->
                                        new Item(
                                                item.title(),
                                                item.text(),
                                                item.link() == null
                                                        ? null
                                                        : web(item.link()).orElseThrow()))
                        .toList());
    }

    /** What is wrong beyond what annotations can say. */
    List<FieldError> errors(String prefix) {
        List<FieldError> errors = new ArrayList<>();
        length(prefix + "title", title, LONGEST_TITLE, errors);
        for (int i = 0; i < items.size(); i++) {
            ItemRequest item = items.get(i);
            String path = prefix + "items[" + i + "].";
            length(path + "title", item.title(), LONGEST_TITLE, errors);
            length(path + "text", item.text(), LONGEST_TEXT, errors);
            if (item.link() != null && web(item.link()).isEmpty()) {
                errors.add(
                        new FieldError(
                                path + "link", "link", "A link begins with https:// or http://"));
            }
        }
        return errors;
    }

    private static void length(String path, LocalizedText text, int most, List<FieldError> errors) {
        for (Language language : Language.values()) {
            String own = text.get(language);
            if (own != null && own.length() > most) {
                errors.add(
                        new FieldError(
                                path + "." + language.code(),
                                "size",
                                "At most " + most + " characters"));
            }
        }
    }

    /** Only addresses of the web; nothing that a mail program would run. */
    private static Optional<URI> web(String link) {
        if (link.length() > LONGEST_LINK) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(link);
            boolean known = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return known && uri.getRawAuthority() != null && uri.getRawUserInfo() == null
                    ? Optional.of(URI.create(uri.toASCIIString()))
                    : Optional.empty();
        } catch (java.net.URISyntaxException _) {
            return Optional.empty();
        }
    }
}
