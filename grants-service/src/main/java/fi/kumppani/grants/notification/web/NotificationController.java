package fi.kumppani.grants.notification.web;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.Notifications;
import fi.kumppani.grants.notification.Objection;
import fi.kumppani.grants.notification.StateNotification;
import fi.kumppani.grants.notification.Statement;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;

/**
 * How those concerned are told of decisions. The notification exists, without statements and in
 * version 0, as soon as there is a decision.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/decision/notification")
class NotificationController {

    private final StateNotification stateNotification;
    private final Notifications notifications;
    private final Callers callers;
    private final Clock clock;

    NotificationController(
            StateNotification stateNotification,
            Notifications notifications,
            Callers callers,
            Clock clock) {
        this.stateNotification = stateNotification;
        this.notifications = notifications;
        this.callers = callers;
        this.clock = clock;
    }

    /** What was done, and until when whom a revised decision can be claimed by. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<NotificationView> one(@PathVariable String id, CurrentUser user) {
        GrantApplication.Decided decided = callers.decided(new ApplicationId(id), user);
        return view(notifications.of(decided));
    }

    /** States how the party is told; a second time to correct it. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/sending")
    ResponseEntity<NotificationView> send(
            @PathVariable String id,
            @Valid @RequestBody SendingRequest request,
            IfMatch seen,
            CurrentUser user) {
        String field = request.sentOn() == null ? "consentedOn" : "sentOn";
        return keep(id, user, request.statement(source(user)), seen, field);
    }

    /** The day a receipt shows. */
    record ReceiptRequest(@NotNull LocalDate receivedOn) {}

    /** States what a receipt shows, to which every presumption yields. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/receipt")
    ResponseEntity<NotificationView> receive(
            @PathVariable String id,
            @Valid @RequestBody ReceiptRequest request,
            IfMatch seen,
            CurrentUser user) {
        Statement statement = new Statement.Received(request.receivedOn(), source(user));
        return keep(id, user, statement, seen, "receivedOn");
    }

    /** The day it was put on the web. */
    record PublicationRequest(@NotNull LocalDate publishedOn) {}

    /** States when the decision and its appeal instruction were put on the web. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/publication")
    ResponseEntity<NotificationView> publish(
            @PathVariable String id,
            @Valid @RequestBody PublicationRequest request,
            IfMatch seen,
            CurrentUser user) {
        Statement statement = new Statement.Published(request.publishedOn(), source(user));
        return keep(id, user, statement, seen, "publishedOn");
    }

    private ResponseEntity<NotificationView> keep(
            String id, CurrentUser user, Statement statement, IfMatch seen, String field) {
        var _ = callers.handleable(new ApplicationId(id), user);
        return switch (stateNotification
                .state(new ApplicationId(id), statement, seen.version())
                .orElseThrow(Problems::notFound)) {
            case StateNotification.Result.Kept(var kept) -> view(kept);
            case StateNotification.Result.Refused(var objection) -> throw invalid(field, objection);
        };
    }

    /** Which field says what cannot be true, and why not. */
    static Problem invalid(String field, Objection objection) {
        return Problems.invalid(field, WireCodes.of(objection), why(objection));
    }

    private static String why(Objection objection) {
        return switch (objection) {
            case BEFORE_DECISION -> "Not before the decision";
            case IN_THE_FUTURE -> "Not in the future";
            case BEFORE_SENDING -> "Not before it was sent";
            case NOT_SENT -> "Nothing was sent yet";
        };
    }

    private Statement.Source source(CurrentUser user) {
        return new Statement.Source(user.subject(), clock.instant());
    }

    private ResponseEntity<NotificationView> view(Stored<Notification> stored) {
        LocalDate today = FinnishTime.today(clock);
        return ResponseEntity.ok()
                .eTag(ETags.of(stored.version()))
                .body(NotificationView.of(stored.body(), today));
    }
}
