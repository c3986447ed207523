package fi.kumppani.newsletter.issue.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.issue.Copy;
import fi.kumppani.newsletter.issue.Item;
import fi.kumppani.newsletter.issue.Segment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What an issue is to say.
 *
 * @param number of the issue in its year
 * @param year the year of the number
 * @param title its title
 * @param items from top to bottom
 * @param segment whom of the list's readers it is meant for; all of them when absent
 */
record IssueRequest(
        @Min(1) @Max(999) int number,
        @Min(1990) @Max(2100) int year,
        @NotNull LocalizedText title,
        @NotNull @Size(max = 40) List<@NotNull @Valid ItemRequest> items,
        @Nullable @Valid @JsonInclude(JsonInclude.Include.NON_NULL) SegmentRequest segment) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_LINK = 1_000;
    private static final int LONGEST_ALT = 300;

    /** A part of it. */
    record ItemRequest(
            @NotNull LocalizedText title,
            @NotNull LocalizedText text,
            @Nullable String link,
            @Nullable @Valid PictureRequest picture,
            @Nullable @Valid ContactRequest contact) {

        Item toItem() {
            return new Item(
                    title,
                    text,
                    link == null ? null : web(link).orElseThrow(),
                    picture == null
                            ? null
                            : new Item.Picture(web(picture.address()).orElseThrow(), picture.alt()),
                    contact == null
                            ? null
                            : new Item.Contact(contact.role(), contact.address(), contact.phone()));
        }
    }

    /**
     * A picture.
     *
     * @param address {@code https}
     * @param alt what it shows, for those who do not see it
     */
    record PictureRequest(@NotNull String address, @NotNull LocalizedText alt) {}

    /** A role that answers questions; no person's own address. */
    record ContactRequest(
            @NotNull LocalizedText role,
            @Nullable @Size(max = 254) String email,
            @Nullable @Pattern(regexp = "[+0-9 ()-]{3,30}") String phone) {

        @Nullable EmailAddress address() {
            return email == null ? null : EmailAddress.parse(email).orElseThrow();
        }
    }

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
                items.stream().map(ItemRequest::toItem).toList(),
                segment == null ? Segment.EVERYBODY : segment.toSegment());
    }

    /** What is wrong beyond what annotations can say. */
    List<FieldError> errors(String prefix) {
        FieldErrors errors = new FieldErrors().longest(prefix + "title", title, LONGEST_TITLE);
        for (int i = 0; i < items.size(); i++) {
            ItemRequest item = items.get(i);
            String path = prefix + "items[" + i + "].";
            errors.longest(path + "title", item.title(), LONGEST_TITLE)
                    .longest(path + "text", item.text(), LONGEST_TEXT);
            if (item.link() != null && web(item.link()).isEmpty()) {
                errors.add(path + "link", "link", "A link begins with https:// or http://");
            }
            errors(path, item.picture(), item.contact(), errors);
        }
        return errors.all();
    }

    private static void errors(
            String path,
            @Nullable PictureRequest picture,
            @Nullable ContactRequest contact,
            FieldErrors errors) {
        if (picture != null) {
            errors.longest(path + "picture.alt", picture.alt(), LONGEST_ALT);
            if (web(picture.address()).filter(uri -> "https".equals(uri.getScheme())).isEmpty()) {
                errors.add(path + "picture.address", "link", "A picture begins with https://");
            }
        }
        if (contact != null) {
            errors.longest(path + "contact.role", contact.role(), LONGEST_TITLE);
            if (contact.email() != null && EmailAddress.parse(contact.email()).isEmpty()) {
                errors.add(
                        path + "contact.email",
                        "email",
                        "An address has the form name@example.org");
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
