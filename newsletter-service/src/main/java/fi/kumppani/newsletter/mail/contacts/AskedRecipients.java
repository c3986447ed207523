package fi.kumppani.newsletter.mail.contacts;

import fi.kumppani.kit.contacts.CalendarPart;
import fi.kumppani.kit.contacts.ContactAnswer;
import fi.kumppani.kit.contacts.ContactAnswers;
import fi.kumppani.kit.contacts.ContactRequest;
import fi.kumppani.kit.contacts.ContactRequests;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.letter.CalendarEntry;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.mail.Facts;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.Matter;
import fi.kumppani.newsletter.mail.Recipient;
import fi.kumppani.newsletter.mail.Recipients;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClient;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recipients that another service knows. */
final class AskedRecipients implements Recipients {

    private static final Logger log = LoggerFactory.getLogger(AskedRecipients.class);

    private final Set<MailKind> kinds;
    private final Senders senders;
    private final RestClient client;
    private final ContactGuards guards;

    AskedRecipients(Set<MailKind> kinds, Senders senders, RestClient client, ContactGuards guards) {
        this.kinds = Set.copyOf(kinds);
        this.senders = senders;
        this.client = client;
        this.guards = guards;
    }

    @Override
    public Set<MailKind> kinds() {
        return kinds;
    }

    @Override
    public Answer of(List<Matter> mails) {
        MunicipalityCode municipality = Tenancy.current();
        String replyTo = senders.of(Language.FI).replyTo().value();
        var question =
                new ContactRequests(
                        mails.stream().map(mail -> request(mail, municipality, replyTo)).toList());
        try {
            return read(mails, guards.ask(() -> ask(question)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Away(guards.retryAfter());
        } catch (Exception e) {
            Throwable cause =
                    e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            log.warn(
                    "No answer about the recipients of {} mails: {}",
                    mails.size(),
                    cause.getClass().getSimpleName());
            return new Answer.Away(guards.retryAfter());
        }
    }

    private ContactAnswers ask(ContactRequests question) {
        return Objects.requireNonNull(
                client.post()
                        .uri(ContactRequests.PATH)
                        .body(question)
                        .retrieve()
                        .body(ContactAnswers.class));
    }

    private static ContactRequest request(
            Matter mail, MunicipalityCode municipality, String replyTo) {
        return new ContactRequest(
                mail.id(), municipality, mail.about(), mail.kind().wireName(), null, replyTo);
    }

    /**
     * A mail that the answer says nothing about is not dropped: that would be a fault of theirs.
     */
    private static Answer read(List<Matter> mails, ContactAnswers answers) {
        Map<String, ContactAnswer> byMail =
                answers.contacts().stream()
                        .collect(
                                Collectors.toMap(
                                        ContactAnswer::id, Function.identity(), (a, _) -> a));
        Map<String, Recipient> reachable = new HashMap<>();
        Set<String> unreachable = new HashSet<>();
        for (Matter mail : mails) {
            ContactAnswer answer = byMail.get(mail.id());
            if (answer == null) {
                throw new IllegalStateException("A mail was left out of the answer");
            }
            if (answer.found()) {
                recipient(answer)
                        .ifPresentOrElse(
                                recipient -> reachable.put(mail.id(), recipient),
                                () -> unreachable.add(mail.id()));
            }
        }
        return new Answer.Known(reachable, unreachable);
    }

    private static Optional<Recipient> recipient(ContactAnswer answer) {
        String email = answer.email();
        Language language = answer.language();
        Map<String, Object> facts = answer.facts();
        return Optional.ofNullable(email)
                .flatMap(EmailAddress::parse)
                .map(
                        address ->
                                new Recipient(
                                        address,
                                        language == null ? Language.FI : language,
                                        links(answer.links()),
                                        facts == null ? Facts.NONE : Facts.of(facts),
                                        calendar(answer.calendar())));
    }

    private static @Nullable CalendarEntry calendar(@Nullable CalendarPart part) {
        if (part == null) {
            return null;
        }
        return Stream.of(CalendarEntry.Method.values())
                .filter(method -> method.name().equals(part.method()))
                .findFirst()
                .map(method -> new CalendarEntry(method, part.content()))
                .orElse(null);
    }

    private static Map<String, URI> links(@Nullable Map<String, String> links) {
        Map<String, URI> safe = new HashMap<>();
        if (links != null) {
            links.forEach((name, link) -> web(link).ifPresent(uri -> safe.put(name, uri)));
        }
        return safe;
    }

    private static Optional<URI> web(String link) {
        try {
            URI uri = URI.create(link);
            return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme())
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
