package fi.kumppani.events.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.event.Minimum;
import fi.kumppani.events.registration.AwaitedDecisions;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.web.Page;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;

/** What coordinators are to decide about the coming events of their municipality. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/awaited-decisions")
class AwaitedDecisionController {

    private final AwaitedDecisions awaitedDecisions;

    AwaitedDecisionController(AwaitedDecisions awaitedDecisions) {
        this.awaitedDecisions = awaitedDecisions;
    }

    /**
     * What waits of an event.
     *
     * @param approvals absent when no registration waits to be approved
     * @param minimum absent unless it is open whether enough come
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AwaitedView(
            String eventId,
            LocalizedText title,
            Instant startsAt,
            @Nullable ApprovalsView approvals,
            @Nullable UndecidedView minimum) {

        static AwaitedView of(AwaitedDecisions.Awaited awaited) {
            Minimum minimum = awaited.minimum();
            return new AwaitedView(
                    awaited.event().id().value(),
                    awaited.event().details().title(),
                    awaited.event().details().schedule().startsAt(),
                    awaited.since() == null
                            ? null
                            : new ApprovalsView(awaited.requests(), awaited.since()),
                    minimum == null
                            ? null
                            : new UndecidedView(
                                    minimum.atLeast(),
                                    awaited.event().seating().confirmed(),
                                    minimum.decidedAt()));
        }
    }

    /**
     * Registrations that wait to be approved.
     *
     * @param since when the oldest arrived
     */
    record ApprovalsView(int waiting, Instant since) {}

    /**
     * Whether the event is held is open.
     *
     * @param confirmed people with a seat now
     * @param decidedAt when it is counted, unless a coordinator has declared it before
     */
    record UndecidedView(int atLeast, int confirmed, Instant decidedAt) {}

    /** Events of which something waits, the next to come first, all on one page. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    Page<AwaitedView> list() {
        return new Page<>(awaitedDecisions.all().stream().map(AwaitedView::of).toList(), null);
    }
}
