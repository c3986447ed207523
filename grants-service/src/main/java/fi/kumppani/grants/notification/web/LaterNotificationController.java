package fi.kumppani.grants.notification.web;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.notification.LaterDecisionId;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.StateLaterNotification;
import fi.kumppani.grants.notification.StateNotification;
import fi.kumppani.grants.notification.Statement;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;

/**
 * How those concerned are told of decisions that came after the one on the application, such as
 * {@code change-1} or {@code recovery-2}; in the same words as of that one.
 */
@RestController
@RequestMapping(
        "/v1/municipalities/{municipality}/applications/{id}/later-decisions/{decision}/notification")
class LaterNotificationController {

    private final StateLaterNotification notifications;
    private final Callers callers;
    private final Clock clock;

    LaterNotificationController(
            StateLaterNotification notifications, Callers callers, Clock clock) {
        this.notifications = notifications;
        this.callers = callers;
        this.clock = clock;
    }

    /** What was done, and until when whom a revised decision can be claimed by. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<NotificationView> one(
            @PathVariable String id, @PathVariable String decision, CurrentUser user) {
        var _ = callers.decided(new ApplicationId(id), user);
        return view(notifications.of(named(id, decision)).orElseThrow(Problems::notFound));
    }

    /** States how the party is told; a second time to correct it. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/sending")
    ResponseEntity<NotificationView> send(
            @PathVariable String id,
            @PathVariable String decision,
            @Valid @RequestBody SendingRequest request,
            IfMatch seen,
            CurrentUser user) {
        handle(id, user);
        return keep(
                named(id, decision),
                request.statement(source(user)),
                seen,
                request.sentOn() == null ? "consentedOn" : "sentOn");
    }

    /** States what a receipt shows, to which every presumption yields. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/receipt")
    ResponseEntity<NotificationView> receive(
            @PathVariable String id,
            @PathVariable String decision,
            @Valid @RequestBody NotificationController.ReceiptRequest request,
            IfMatch seen,
            CurrentUser user) {
        handle(id, user);
        return keep(
                named(id, decision),
                new Statement.Received(request.receivedOn(), source(user)),
                seen,
                "receivedOn");
    }

    /** States when the decision and its appeal instruction were put on the web. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/publication")
    ResponseEntity<NotificationView> publish(
            @PathVariable String id,
            @PathVariable String decision,
            @Valid @RequestBody NotificationController.PublicationRequest request,
            IfMatch seen,
            CurrentUser user) {
        handle(id, user);
        return keep(
                named(id, decision),
                new Statement.Published(request.publishedOn(), source(user)),
                seen,
                "publishedOn");
    }

    private void handle(String id, CurrentUser user) {
        var _ = callers.decidedToHandle(new ApplicationId(id), user);
    }

    private static LaterDecisionId named(String id, String decision) {
        return LaterDecisionId.parse(new ApplicationId(id), decision)
                .orElseThrow(Problems::notFound);
    }

    private ResponseEntity<NotificationView> keep(
            LaterDecisionId id, Statement statement, IfMatch seen, String field) {
        return switch (notifications
                .state(id, statement, seen.version())
                .orElseThrow(Problems::notFound)) {
            case StateNotification.Result.Kept(var kept) -> view(kept);
            case StateNotification.Result.Refused(var objection) ->
                    throw NotificationController.invalid(field, objection);
        };
    }

    private Statement.Source source(CurrentUser user) {
        return new Statement.Source(user.subject(), clock.instant());
    }

    private ResponseEntity<NotificationView> view(Stored<Notification> stored) {
        return ResponseEntity.ok()
                .eTag(ETags.of(stored.version()))
                .body(NotificationView.of(stored.body(), FinnishTime.today(clock)));
    }
}
