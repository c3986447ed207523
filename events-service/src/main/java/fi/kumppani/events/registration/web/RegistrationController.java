package fi.kumppani.events.registration.web;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.HoldSeats;
import fi.kumppani.events.registration.MailboxCalendars;
import fi.kumppani.events.registration.ManageRegistration;
import fi.kumppani.events.registration.OwnFeedback;
import fi.kumppani.events.registration.Refusal;
import fi.kumppani.events.registration.RegisterForEvent;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationLinks;
import fi.kumppani.events.registration.RegistrationStatus;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.events.registration.SeeRegistrations;
import fi.kumppani.events.registration.SeriesFollowers;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;

/** Registering without an account, and what the link in the mail allows. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/registrations")
class RegistrationController {

    private static final String REGISTER = "events.registration.register";
    static final String TOKEN = "X-Link-Token";

    private final RegisterForEvent registerForEvent;
    private final HoldSeats holdSeats;
    private final ManageRegistration manageRegistration;
    private final RegistrationLinks links;
    private final Answered answered;
    private final MailboxCalendars calendars;
    private final SeeRegistrations seeRegistrations;
    private final SeriesFollowers followers;
    private final OwnFeedback ownFeedback;

    RegistrationController(
            RegisterForEvent registerForEvent,
            HoldSeats holdSeats,
            ManageRegistration manageRegistration,
            RegistrationLinks links,
            Answered answered,
            MailboxCalendars calendars,
            SeeRegistrations seeRegistrations,
            SeriesFollowers followers,
            OwnFeedback ownFeedback) {
        this.registerForEvent = registerForEvent;
        this.holdSeats = holdSeats;
        this.manageRegistration = manageRegistration;
        this.links = links;
        this.answered = answered;
        this.calendars = calendars;
        this.seeRegistrations = seeRegistrations;
        this.followers = followers;
        this.ownFeedback = ownFeedback;
    }

    /**
     * Holds seats while the form is filled in; they are given back by themselves. The answer's
     * {@code number} and {@code token} go with the form.
     */
    @OpenToAll
    @RateLimited
    @PostMapping("/holds")
    ResponseEntity<HoldView> hold(
            @PathVariable String event, @Valid @RequestBody HoldRequest request) {
        return switch (holdSeats
                .hold(new EventId(event), request.party())
                .orElseThrow(Problems::notFound)) {
            case HoldSeats.Outcome.Done(var hold) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(HoldView.of(hold, links.mintHold(hold)));
            case HoldSeats.Outcome.Refused(var reason) -> throw refused(reason);
            case HoldSeats.Outcome.OnlyWithSeries(var series) ->
                    throw Answered.onlyWithSeries(series);
        };
    }

    /**
     * Registers somebody: in order of arrival seats, or a place in the queue. An event that answers
     * by mail only answers 202 whatever became of it.
     */
    @OpenToAll
    @RateLimited
    @PostMapping
    ResponseEntity<FirstAnswerView> register(
            @PathVariable String event,
            @Valid @RequestBody RegistrationRequest request,
            IdempotencyKey key) {
        EventId id = new EventId(event);
        SaidByRegistrant said = request.said();
        var outcome =
                registerForEvent
                        .register(
                                id,
                                said,
                                held(id, request),
                                new Creation(key.uniqueKey(REGISTER), key.bodyHash()))
                        .orElseThrow(Problems::notFound);
        return switch (outcome) {
            case RegisterForEvent.Outcome.ToldByMail _ -> ResponseEntity.accepted().build();
            case RegisterForEvent.Outcome.Registered(var answer) ->
                    ResponseEntity.created(location(answer.id()))
                            .eTag(ETags.of(1))
                            .body(FirstAnswerView.of(answer));
            case RegisterForEvent.Outcome.KeyReused _ -> throw IdempotencyKey.reused();
            case RegisterForEvent.Outcome.Faulty(var faults) -> throw Answered.faulty(faults);
            case RegisterForEvent.Outcome.Refused(var reason) -> throw refused(reason);
            case RegisterForEvent.Outcome.OnlyWithSeries(var series) ->
                    throw Answered.onlyWithSeries(series);
        };
    }

    private static Problem refused(Refusal reason) {
        return reason == Refusal.NOT_PUBLISHED ? Problems.notFound() : Problems.refused(reason);
    }

    private @Nullable Long held(EventId event, RegistrationRequest request) {
        var hold = request.hold();
        if (hold == null) {
            return null;
        }
        return links.openHold(new RegistrationId(event, hold.number()), hold.token())
                .orElseThrow(() -> Problems.refused(Refusal.HOLD_LAPSED));
    }

    /** How a registration stands, for whoever holds its link. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/{number}")
    ResponseEntity<RegistrationView> see(
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(name = "token", required = false) @Nullable String inQuery,
            @RequestHeader(name = TOKEN, required = false) @Nullable String inHeader) {
        RegistrationStatus status = open(event, number, inHeader == null ? inQuery : inHeader);
        return ResponseEntity.ok()
                .eTag(ETags.of(status.registration().revision()))
                .body(RegistrationView.of(status).with(calendars.of(status.registration())));
    }

    /** What whoever registered said, for whoever holds the link, to be written anew. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/{number}/said")
    ResponseEntity<SaidView> said(
            @PathVariable String event,
            @PathVariable String number,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        RegistrationStatus status = open(event, number, token);
        return seeRegistrations
                .said(status.registration().id())
                .map(
                        said ->
                                ResponseEntity.ok()
                                        .cacheControl(CacheControl.noStore())
                                        .body(
                                                SaidView.of(
                                                        said,
                                                        ownFeedback.of(status.registration().id()),
                                                        follows(status, said))))
                .orElseThrow(Problems::notFound);
    }

    private SaidView.@Nullable FollowsView follows(
            RegistrationStatus status, SaidByRegistrant said) {
        String series = status.event().details().particulars().belonging().series();
        return series == null
                ? null
                : followers
                        .since(series, said.person().email())
                        .map(since -> new SaidView.FollowsView(series, since))
                        .orElse(null);
    }

    /** Gives a registration up, for whoever holds its link; said again, it stays given up. */
    @OpenToSignedLink
    @RateLimited
    @PostMapping("/{number}/cancellation")
    ResponseEntity<RegistrationView> cancel(
            @PathVariable String event,
            @PathVariable String number,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return answered.managed(manageRegistration.cancel(opened(event, number, token)));
    }

    /** Accepts seats that were offered. */
    @OpenToSignedLink
    @RateLimited
    @PostMapping("/{number}/acceptance")
    ResponseEntity<RegistrationView> accept(
            @PathVariable String event,
            @PathVariable String number,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return answered.managed(manageRegistration.accept(opened(event, number, token)));
    }

    /** Confirms the address, which whoever holds the link has read mail at. */
    @OpenToSignedLink
    @RateLimited
    @PostMapping("/{number}/address-confirmation")
    ResponseEntity<RegistrationView> confirmAddress(
            @PathVariable String event,
            @PathVariable String number,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return answered.managed(manageRegistration.confirmAddress(opened(event, number, token)));
    }

    /** Has the deputy take the registration over; the link opens nothing afterwards. */
    @OpenToSignedLink
    @RateLimited
    @PostMapping("/{number}/handover")
    ResponseEntity<RegistrationView> handOver(
            @PathVariable String event,
            @PathVariable String number,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return answered.managed(manageRegistration.handOver(opened(event, number, token)));
    }

    /** Writes a registration anew; address, association and quota stay. */
    @OpenToSignedLink
    @RateLimited
    @PutMapping("/{number}")
    ResponseEntity<RegistrationView> change(
            @PathVariable String event,
            @PathVariable String number,
            @Valid @RequestBody RegistrationRequest request,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return answered.managed(
                manageRegistration.change(opened(event, number, token), request.said()));
    }

    private RegistrationId opened(String event, String number, @Nullable String token) {
        return open(event, number, token).registration().id();
    }

    private RegistrationStatus open(String event, String number, @Nullable String token) {
        if (token == null) {
            throw Problems.notFound();
        }
        return RegistrationId.parse(event + ":" + number)
                .flatMap(id -> links.open(id, token))
                .orElseThrow(Problems::notFound);
    }

    private static URI location(RegistrationId id) {
        return URI.create(
                "/v1/municipalities/%s/events/%s/registrations/%d"
                        .formatted(Tenancy.current(), id.event(), id.number()));
    }
}
