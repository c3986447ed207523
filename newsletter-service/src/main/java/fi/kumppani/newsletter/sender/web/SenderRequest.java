package fi.kumppani.newsletter.sender.web;

import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.letter.Brand;
import fi.kumppani.newsletter.sender.DescribeSender.Wish;
import fi.kumppani.newsletter.sender.DescribeSender.WishedServer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A sender as coordinators describe it.
 *
 * @param address where letters are to come from
 * @param name what readers see before it; the municipality's name when absent
 * @param replyTo where answers go; the same address when absent
 * @param color of links and buttons, {@code #rrggbb}; the plain one when absent
 * @param logo what is shown above the title; nothing when absent
 * @param server the municipality's own mail server; the deployment's when absent
 */
record SenderRequest(
        @NotBlank @Size(max = 254) String address,
        @Nullable LocalizedText name,
        @Nullable @Size(max = 254) String replyTo,
        @Nullable @Size(max = 7) String color,
        @Nullable @Valid LogoRequest logo,
        @Nullable @Valid ServerRequest server) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ALT = 300;
    private static final int LONGEST_LINK = 1_000;
    private static final Set<Integer> PORTS = Set.of(25, 587, 2525);

    /**
     * A picture.
     *
     * @param address {@code https}
     * @param alt what it shows
     */
    record LogoRequest(@NotBlank String address, @NotNull LocalizedText alt) {}

    /**
     * A mail server that offers STARTTLS.
     *
     * @param host its name; no numbers and no name inside the deployment
     * @param port 25, 587 or 2525
     * @param username for {@code AUTH}
     * @param password absent to keep the one that is known for this server and name; never told
     */
    record ServerRequest(
            @NotBlank
                    @Size(max = 253)
                    @Pattern(
                            regexp = "([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]([a-z0-9-]*[a-z0-9])",
                            message = "A server has a name such as smtp.example.org")
                    String host,
            int port,
            @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String username,
            @Nullable @Size(min = 1, max = 500) @Pattern(regexp = "\\P{Cntrl}*") String password) {

        @Override
        public String toString() {
            return "ServerRequest[" + host + ":" + port + "]";
        }
    }

    /**
     * What is wished.
     *
     * @throws fi.kumppani.kit.problem.Problem when a field is not acceptable
     */
    Wish toWish() {
        FieldErrors errors = new FieldErrors().longest("name", name, LONGEST_NAME);
        Optional<EmailAddress> from = email("address", address, errors);
        Optional<EmailAddress> answers = replyTo == null ? from : email("replyTo", replyTo, errors);
        String shade = color == null ? Brand.PLAIN.color() : color.toLowerCase(Locale.ROOT);
        if (!Brand.isReadable(shade)) {
            errors.add("color", "contrast", "A color is #rrggbb, dark enough to be read on white");
        }
        if (logo != null) {
            errors.longest("logo.alt", logo.alt(), LONGEST_ALT);
            if (logo.address().length() > LONGEST_LINK || !logo.address().startsWith("https://")) {
                errors.add("logo.address", "link", "A picture begins with https://");
            }
        }
        Optional<URI> picture = logo == null ? Optional.empty() : uri(logo.address(), errors);
        if (server != null && !PORTS.contains(server.port())) {
            errors.add("server.port", "port", "Letters are handed over at 25, 587 or 2525");
        }
        errors.throwIfAny();
        return new Wish(
                from.orElseThrow(),
                name,
                answers.orElseThrow(),
                new Brand(
                        shade,
                        logo == null ? null : new Brand.Logo(picture.orElseThrow(), logo.alt())),
                server == null
                        ? null
                        : new WishedServer(
                                server.host(),
                                server.port(),
                                server.username(),
                                server.password()));
    }

    private static Optional<EmailAddress> email(String field, String typed, FieldErrors errors) {
        Optional<EmailAddress> email = EmailAddress.parse(typed);
        if (email.isEmpty()) {
            errors.add(field, "email", "An address has the form name@example.org");
        }
        return email;
    }

    private static Optional<URI> uri(String typed, FieldErrors errors) {
        try {
            return Optional.of(URI.create(typed));
        } catch (IllegalArgumentException _) {
            errors.add("logo.address", "link", "A picture begins with https://");
            return Optional.empty();
        }
    }
}
