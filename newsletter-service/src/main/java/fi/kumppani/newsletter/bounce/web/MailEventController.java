package fi.kumppani.newsletter.bounce.web;

import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToScope;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.newsletter.bounce.Bounce;
import fi.kumppani.newsletter.bounce.SignedReturnPaths;
import fi.kumppani.newsletter.bounce.TakeBounce;
import fi.kumppani.newsletter.subscription.Mailbox;
import fi.kumppani.newsletter.subscription.Mailboxes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a provider of mail tells of letters, instead of mails in the mailbox of returns. An event
 * that comes twice changes nothing.
 */
@RestController
class MailEventController {

    private final TakeBounce takeBounce;
    private final SignedReturnPaths paths;
    private final Mailboxes mailboxes;

    MailEventController(TakeBounce takeBounce, SignedReturnPaths paths, Mailboxes mailboxes) {
        this.takeBounce = takeBounce;
        this.paths = paths;
        this.mailboxes = mailboxes;
    }

    /** What happened. */
    record EventsRequest(@NotEmpty @Size(max = 500) List<@NotNull @Valid EventRequest> events) {}

    /**
     * Something that happened to a letter.
     *
     * @param id stable at the provider
     * @param kind {@code hard}, {@code soft}, {@code complaint} or {@code delivered}; found from
     *     the status when absent
     * @param status the enhanced status code (RFC 3463)
     * @param returnPath the envelope's sender; it or the address is needed
     * @param email the recipient
     * @param messageId of the letter
     */
    record EventRequest(
            @NotNull @Pattern(regexp = "[\\x21-\\x7e]{1,100}") String id,
            @Nullable String kind,
            @Nullable @Size(max = 20) String status,
            @Nullable @Size(max = 254) String returnPath,
            @Nullable @Size(max = 254) String email,
            @Nullable @Size(max = 300) String messageId) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "EventRequest[]";
        }
    }

    private record Told(Mailbox mailbox, Bounce bounce) {}

    @OpenToScope("mail:events")
    @PostMapping("/v1/municipalities/{code}/mail-events")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable String code, @Valid @RequestBody EventsRequest request) {
        List<FieldError> errors = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < request.events().size(); i++) {
            told(request.events().get(i), "events[" + i + "].", errors).ifPresent(told::add);
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        for (Told each : told) {
            var _ = takeBounce.take(each.mailbox(), each.bounce());
        }
    }

    private Optional<Told> told(EventRequest event, String prefix, List<FieldError> errors) {
        Optional<Mailbox> mailbox = mailbox(event);
        if (mailbox.isEmpty()) {
            errors.add(
                    new FieldError(
                            prefix + (event.returnPath() == null ? "email" : "returnPath"),
                            "unknown",
                            "The recipient's address or our own return path says whom it is"
                                    + " about"));
        }
        Optional<Bounce.Kind> kind =
                event.kind() == null
                        ? Optional.ofNullable(event.status()).map(Bounce::ofStatus)
                        : WireCodes.read(Bounce.Kind.class, event.kind());
        if (kind.isEmpty()) {
            errors.add(
                    new FieldError(
                            prefix + "kind",
                            "unknown",
                            "One of " + WireCodes.all(Bounce.Kind.class) + " is needed"));
        }
        if (mailbox.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        String messageId = event.messageId();
        return Optional.of(
                new Told(
                        mailbox.get(),
                        new Bounce(
                                "event:" + event.id(),
                                kind.get(),
                                messageId == null ? null : messageId.replaceAll("^<|@.*$", ""))));
    }

    private Optional<Mailbox> mailbox(EventRequest event) {
        if (event.returnPath() != null) {
            return paths.read(event.returnPath())
                    .filter(path -> path.municipality().equals(Tenancy.current()))
                    .map(SignedReturnPaths.Path::mailbox);
        }
        return event.email() == null
                ? Optional.empty()
                : EmailAddress.parse(event.email()).map(mailboxes::of);
    }
}
