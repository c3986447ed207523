package fi.kumppani.newsletter.bounce.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;
import fi.kumppani.newsletter.bounce.LiftSuppression;
import fi.kumppani.newsletter.bounce.Standing;
import fi.kumppani.newsletter.bounce.Standings;
import fi.kumppani.newsletter.bounce.Standings.Suppressed;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;

/** Which mailboxes nothing is sent to, by number and reason: whose they are nobody can see. */
@RestController
@RequestMapping("/v1/municipalities/{code}")
class SuppressionController {

    private final Standings standings;
    private final LiftSuppression liftSuppression;

    SuppressionController(Standings standings, LiftSuppression liftSuppression) {
        this.standings = standings;
        this.liftSuppression = liftSuppression;
    }

    /**
     * A mailbox that nothing is sent to.
     *
     * @param id stands for it outside this service
     * @param reason {@code hard}, {@code soft} or {@code complaint}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuppressionView(String id, @Nullable String reason, @Nullable Instant since) {

        static SuppressionView of(Suppressed suppressed) {
            Standing.Suppression suppression = suppressed.standing().suppression();
            return new SuppressionView(
                    suppressed.standing().reference(),
                    suppression == null ? null : WireCodes.of(suppression.reason()),
                    suppression == null ? null : suppression.since());
        }
    }

    /** The mailbox that letters may go to again. */
    record LiftRequest(@NotBlank @Size(max = 254) String email) {

        @Override
        public String toString() {
            return "LiftRequest[]";
        }
    }

    @OpenToRoles({Role.COORDINATOR, Role.OPERATOR})
    @GetMapping("/suppressions")
    Page<SuppressionView> all(@PathVariable String code, Cursor cursor) {
        String after = cursor.after();
        return cursor.page(
                        standings.suppressed(after == null ? "" : after, cursor.fetchSize()),
                        Suppressed::id)
                .map(SuppressionView::of);
    }

    /** Said of any address alike, so that nobody learns who is on the list. */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/suppression-liftings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable String code, @Valid @RequestBody LiftRequest request) {
        liftSuppression.lift(
                EmailAddress.parse(request.email())
                        .orElseThrow(
                                () ->
                                        Problems.invalid(
                                                "email",
                                                "email",
                                                "An address has the form name@example.org")));
    }
}
