package fi.kumppani.grants.document.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.document.ComposeLaterDocument;
import fi.kumppani.grants.document.DecisionDocument;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.LinkedDecisions;
import fi.kumppani.grants.laterdecision.LaterDecision;
import fi.kumppani.grants.laterdecision.LaterDecisions;
import fi.kumppani.grants.notification.LaterDecisionId;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.StateLaterNotification;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The decisions about a grant that came after the one on its application, and their documents. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}")
class LaterDocumentController {

    private final LaterDecisions decisions;
    private final ComposeLaterDocument compose;
    private final StateLaterNotification notifications;
    private final Callers callers;
    private final LinkedDecisions links;

    LaterDocumentController(
            LaterDecisions decisions,
            ComposeLaterDocument compose,
            StateLaterNotification notifications,
            Callers callers,
            LinkedDecisions links) {
        this.decisions = decisions;
        this.compose = compose;
        this.notifications = notifications;
        this.callers = callers;
        this.links = links;
    }

    /** All of them. */
    record LaterDecisionList(List<LaterDecisionView> items) {}

    /**
     * One decision.
     *
     * @param id its name within the application, such as {@code change-1}
     * @param kind {@code change} or {@code recovery}
     * @param number of the request or the claim
     * @param hasDocument false when no appeal instruction is valid for its day
     * @param knownOn the day the party knew, or is presumed to have known
     * @param partyUntil the last day on which the party can claim a revised decision
     * @param finalFrom the first day on which nobody can any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LaterDecisionView(
            String id,
            String kind,
            int number,
            LocalDate decidedOn,
            boolean hasDocument,
            @Nullable LocalDate knownOn,
            @Nullable LocalDate partyUntil,
            @Nullable LocalDate finalFrom) {}

    /** Which there are, and until when each can be claimed against. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/later-decisions")
    ResponseEntity<LaterDecisionList> all(@PathVariable String id, CurrentUser user) {
        GrantApplication.Decided decided = callers.decided(new ApplicationId(id), user);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new LaterDecisionList(
                                decisions.of(decided.filing().id()).stream()
                                        .map(each -> view(decided, each))
                                        .toList()));
    }

    private LaterDecisionView view(GrantApplication.Decided decided, LaterDecision decision) {
        Optional<Notification> told = notifications.of(decision.id()).map(Stored::body);
        return new LaterDecisionView(
                decision.id().name(),
                WireCodes.of(decision.id().kind()),
                decision.id().number(),
                decision.decidedOn(),
                compose.compose(decided, decision, null).isPresent(),
                told.flatMap(Notification::knownOn).orElse(null),
                told.flatMap(Notification::partyUntil).orElse(null),
                told.flatMap(Notification::finalFrom).orElse(null));
    }

    /**
     * The document as a page.
     *
     * @param language the applicant's when absent
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/later-decisions/{decision}/document")
    ResponseEntity<String> page(
            @PathVariable String id,
            @PathVariable String decision,
            @RequestParam(required = false) @Nullable Language language,
            CurrentUser user) {
        GrantApplication.Decided decided = callers.decided(new ApplicationId(id), user);
        return Documents.page(document(decided, decision, language));
    }

    /**
     * The document as a PDF (PDF/UA-1 and PDF/A-3u).
     *
     * @param language the applicant's when absent
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/later-decisions/{decision}/document.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id,
            @PathVariable String decision,
            @RequestParam(required = false) @Nullable Language language,
            CurrentUser user) {
        return pdf(callers.decided(new ApplicationId(id), user), decision, language);
    }

    /** The same for whoever holds the link from the mail. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/view/later-decisions/{decision}/document.pdf")
    ResponseEntity<byte[]> linked(
            @PathVariable String id,
            @PathVariable String decision,
            @RequestParam(required = false) @Nullable Language language,
            @RequestParam String token) {
        return pdf(
                links.find(new ApplicationId(id), token).orElseThrow(Problems::notFound),
                decision,
                language);
    }

    private ResponseEntity<byte[]> pdf(
            GrantApplication.Decided decided, String decision, @Nullable Language language) {
        return Documents.pdf(decided, "-" + decision, document(decided, decision, language));
    }

    private DecisionDocument document(
            GrantApplication.Decided decided, String name, @Nullable Language language) {
        LaterDecision decision =
                LaterDecisionId.parse(decided.filing().id(), name)
                        .flatMap(decisions::find)
                        .orElseThrow(Problems::notFound);
        return compose.compose(decided, decision, language)
                .orElseThrow(DocumentController::noInstruction);
    }
}
