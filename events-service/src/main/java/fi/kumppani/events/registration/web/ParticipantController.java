package fi.kumppani.events.registration.web;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.DecideRegistration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationStatus;
import fi.kumppani.events.registration.SeeRegistrations;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.regex.Pattern;

/** The registrations to an event, for its coordinators; contact details are not among it. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/participants")
class ParticipantController {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    private final SeeRegistrations seeRegistrations;
    private final DecideRegistration decideRegistration;
    private final Answered answered;

    ParticipantController(
            SeeRegistrations seeRegistrations,
            DecideRegistration decideRegistration,
            Answered answered) {
        this.seeRegistrations = seeRegistrations;
        this.decideRegistration = decideRegistration;
        this.answered = answered;
    }

    /** All registrations in order of arrival. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    Page<RegistrationView> list(@PathVariable String event, Cursor cursor) {
        List<RegistrationStatus> found =
                seeRegistrations
                        .list(new EventId(event), after(cursor.after()), cursor.fetchSize())
                        .orElseThrow(Problems::notFound);
        return cursor.page(found, each -> Long.toString(each.registration().id().number()))
                .map(RegistrationView::of);
    }

    /** Gives a registration up for somebody; the reason stays in the journal. */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/{number}/cancellation")
    ResponseEntity<RegistrationView> cancel(
            @PathVariable String event,
            @PathVariable String number,
            @Valid @RequestBody ReasonRequest request,
            CurrentUser user) {
        return answered.decided(
                decideRegistration.cancel(id(event, number), actor(user), request.reason()));
    }

    /** Approves a registration: seats, or a place in the queue by order of arrival. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{number}/approval")
    ResponseEntity<RegistrationView> approve(
            @PathVariable String event, @PathVariable String number, CurrentUser user) {
        return answered.decided(decideRegistration.approve(id(event, number), actor(user)));
    }

    /** Does not approve a registration; the reason stays in the journal. */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/{number}/rejection")
    ResponseEntity<RegistrationView> reject(
            @PathVariable String event,
            @PathVariable String number,
            @Valid @RequestBody ReasonRequest request,
            CurrentUser user) {
        return answered.decided(
                decideRegistration.reject(id(event, number), actor(user), request.reason()));
    }

    /** Gives somebody who waits free seats out of turn; the reason stays in the journal. */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/{number}/exception")
    ResponseEntity<RegistrationView> seatOutOfTurn(
            @PathVariable String event,
            @PathVariable String number,
            @Valid @RequestBody ReasonRequest request,
            CurrentUser user) {
        return answered.decided(
                decideRegistration.seatOutOfTurn(id(event, number), actor(user), request.reason()));
    }

    private static RegistrationId id(String event, String number) {
        return RegistrationId.parse(event + ":" + number).orElseThrow(Problems::notFound);
    }

    private static Actor actor(CurrentUser user) {
        return Actor.coordinator(user.subject());
    }

    private static long after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!NUMBER.matcher(cursor).matches()) {
            throw cursor();
        }
        return Long.parseLong(cursor);
    }

    private static Problem cursor() {
        return Problems.malformed("cursor", "malformed", "A cursor is taken from a page as it is");
    }
}
