package fi.kumppani.newsletter.subscription.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.subscription.Addressee;
import fi.kumppani.newsletter.subscription.AskForList;
import fi.kumppani.newsletter.subscription.ConfirmSubscription;
import fi.kumppani.newsletter.subscription.ConsentText;
import fi.kumppani.newsletter.subscription.CurrentConsent;
import fi.kumppani.newsletter.subscription.LeaveList;
import fi.kumppani.newsletter.subscription.Subscription.Shown;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Set;

/**
 * Joining and leaving. Only a POST acts: mail scanners open every link in a letter.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058 for leaving with one click</a>
 */
@RestController
@RequestMapping("/v1/municipalities/{code}")
class SubscriptionController {

    private static final AskedView ASKED = new AskedView("asked");

    private final AskForList askForList;
    private final ConfirmSubscription confirmSubscription;
    private final LeaveList leaveList;
    private final CurrentConsent currentConsent;
    private final Senders senders;

    SubscriptionController(
            AskForList askForList,
            ConfirmSubscription confirmSubscription,
            LeaveList leaveList,
            CurrentConsent currentConsent,
            Senders senders) {
        this.senders = senders;
        this.currentConsent = currentConsent;
        this.askForList = askForList;
        this.confirmSubscription = confirmSubscription;
        this.leaveList = leaveList;
    }

    /**
     * A wish to get a list.
     *
     * @param associationId the association they read for, as the registry knows it; absent when
     *     they read for themselves
     * @param areas codes of the list's areas they want to hear of; all of the municipality when
     *     absent or empty
     * @param consent what was shown; the text there is now, without a page, when absent
     */
    record WishRequest(
            @NotBlank @Size(max = 254) String email,
            @NotNull Language language,
            @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,60}") String associationId,
            @Nullable @Size(max = ProfileRequest.MOST_AREAS)
                    List<@NotNull @Size(max = 60) String> areas,
            @Nullable @Valid ShownRequest consent) {

        @Override
        public String toString() {
            return "WishRequest[]";
        }
    }

    /** Always the same, so that nobody learns who gets what. */
    record AskedView(String status) {}

    /**
     * A pressed button.
     *
     * @param token of the link in the mail
     * @param lists other lists to confirm that were asked for in the same name
     */
    record ConfirmationRequest(
            @NotBlank @Size(max = 512) String token,
            @Nullable @Size(max = 50) List<@NotNull @Size(max = 100) String> lists) {

        @Override
        public String toString() {
            return "ConfirmationRequest[]";
        }
    }

    /**
     * What is confirmed.
     *
     * @param confirmed the lists this mailbox gets
     * @param alsoAsked lists that were asked for as well and wait for the same
     */
    record ConfirmationView(List<ListView> confirmed, List<ListView> alsoAsked) {}

    /**
     * What a link would confirm.
     *
     * @param list the list
     * @param consent the text that was agreed to, in the language it was shown in
     * @param alsoAsked lists that were asked for as well, which the same button may confirm
     * @param confirmed whether it is confirmed, so that the link does nothing any more
     */
    record WishView(
            ListView list,
            ListController.ConsentView consent,
            List<ListView> alsoAsked,
            boolean confirmed) {}

    /** A pressed button. */
    record DepartureRequest(@NotBlank @Size(max = 512) String token) {

        @Override
        public String toString() {
            return "DepartureRequest[]";
        }
    }

    /** The list that was left. */
    record DepartureView(ListView left) {}

    @OpenToAll
    @RateLimited
    @PostMapping("/lists/{listId}/subscriptions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AskedView ask(
            @PathVariable String code,
            @PathVariable String listId,
            @Valid @RequestBody WishRequest request) {
        EmailAddress email = email(request.email());
        return switch (askForList.ask(
                listId,
                new Addressee(
                        email,
                        request.language(),
                        request.associationId(),
                        request.areas() == null ? Set.of() : Set.copyOf(request.areas())),
                ShownRequest.shown(request.consent(), request.language(), currentConsent))) {
            case ASKED -> ASKED;
            case UNKNOWN_LIST -> throw Problems.notFound();
            case UNKNOWN_AREA ->
                    throw Problems.invalid(
                            "areas", "unknown", "A list tells which areas there are to choose");
        };
    }

    /** An address as somebody typed it. */
    static EmailAddress email(String typed) {
        return EmailAddress.parse(typed)
                .orElseThrow(
                        () ->
                                Problems.invalid(
                                        "email",
                                        "email",
                                        "An address has the form name@example.org"));
    }

    /** Tells what a link would confirm; mail scanners may look, and nothing happens. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/subscription-confirmations")
    WishView see(
            @PathVariable String code,
            @RequestHeader(name = PreferencesController.TOKEN, defaultValue = "") String token) {
        return confirmSubscription
                .see(token)
                .map(
                        wish ->
                                new WishView(
                                        ListView.of(wish.list()),
                                        consent(wish.shown()),
                                        wish.alsoAsked().stream().map(ListView::of).toList(),
                                        wish.confirmed()))
                .orElseThrow(Problems::notFound);
    }

    private ListController.ConsentView consent(Shown shown) {
        Language language = shown.language();
        return new ListController.ConsentView(
                shown.textVersion(),
                new LocalizedText.Told(
                        ConsentText.of(shown.textVersion(), language, senders.of(language).name()),
                        language));
    }

    @OpenToSignedLink
    @RateLimited
    @PostMapping("/subscription-confirmations")
    ConfirmationView confirm(
            @PathVariable String code, @Valid @RequestBody ConfirmationRequest request) {
        List<String> also = request.lists();
        return confirmSubscription
                .confirm(request.token(), also == null ? List.of() : also)
                .map(
                        done ->
                                new ConfirmationView(
                                        done.confirmed().stream().map(ListView::of).toList(),
                                        done.alsoAsked().stream().map(ListView::of).toList()))
                .orElseThrow(Problems::notFound);
    }

    @OpenToSignedLink
    @RateLimited
    @PostMapping(path = "/subscription-departures", consumes = MediaType.APPLICATION_JSON_VALUE)
    DepartureView leave(@PathVariable String code, @Valid @RequestBody DepartureRequest request) {
        return left(request.token(), "page");
    }

    /**
     * One click of a mail program: a POST without cookies whose form says {@code
     * List-Unsubscribe=One-Click}.
     */
    @OpenToSignedLink
    @RateLimited(perMinute = 600, burst = 600)
    @PostMapping(
            path = "/subscription-departures",
            consumes = {
                MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                MediaType.MULTIPART_FORM_DATA_VALUE
            })
    DepartureView leaveWithOneClick(
            @PathVariable String code, @RequestParam @Size(max = 512) String token) {
        return left(token, "one-click");
    }

    private DepartureView left(String token, String channel) {
        return leaveList
                .leave(token, channel)
                .map(list -> new DepartureView(ListView.of(list)))
                .orElseThrow(Problems::notFound);
    }
}
