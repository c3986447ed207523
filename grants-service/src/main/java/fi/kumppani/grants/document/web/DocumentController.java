package fi.kumppani.grants.document.web;

import fi.kumppani.grants.document.ComposeDecisionDocument;
import fi.kumppani.grants.document.ComposeRulingDocument;
import fi.kumppani.grants.document.DecisionDocument;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.LinkedDecisions;
import fi.kumppani.grants.redress.HandleRedress;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/**
 * Decisions as documents, with what is secret in them, for the party and its handlers; without, by
 * link.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}")
class DocumentController {

    private final ComposeDecisionDocument compose;
    private final Callers callers;
    private final LinkedDecisions links;
    private final ComposeRulingDocument composeRuling;
    private final HandleRedress redress;

    DocumentController(
            ComposeDecisionDocument compose,
            Callers callers,
            LinkedDecisions links,
            ComposeRulingDocument composeRuling,
            HandleRedress redress) {
        this.compose = compose;
        this.composeRuling = composeRuling;
        this.redress = redress;
        this.callers = callers;
        this.links = links;
    }

    /**
     * The document as a page.
     *
     * @param language the applicant's when absent
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/decision/document")
    ResponseEntity<String> page(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Language language,
            CurrentUser user) {
        return Documents.page(document(decided(id, user), language));
    }

    /**
     * The document as a PDF (PDF/UA-1 and PDF/A-3u).
     *
     * @param language the applicant's when absent
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/decision/document.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Language language,
            CurrentUser user) {
        GrantApplication.Decided decided = decided(id, user);
        return Documents.pdf(decided, "", document(decided, language));
    }

    /**
     * In which languages the document can be had.
     *
     * @param languages none when no appeal instruction is valid for the day of the decision
     */
    record Available(List<Language> languages) {}

    /** Whether there is a document for whoever holds the link from the mail. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/view/documents")
    ResponseEntity<Available> available(@PathVariable String id, @RequestParam String token) {
        boolean isThere = compose.compose(linked(id, token), null).isPresent();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Available(isThere ? List.of(Language.values()) : List.of()));
    }

    /** The document without its secret part as a page, for whoever holds the link from the mail. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/view/document")
    ResponseEntity<String> linkedPage(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Language language,
            @RequestParam String token) {
        return Documents.page(document(linked(id, token), language).withoutSecret());
    }

    /** The same as a PDF. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/view/document.pdf")
    ResponseEntity<byte[]> linkedPdf(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Language language,
            @RequestParam String token) {
        GrantApplication.Decided decided = linked(id, token);
        return Documents.pdf(decided, "", document(decided, language).withoutSecret());
    }

    /**
     * The document of a ruling that leaves the decision as it is, as a page.
     *
     * @param language the applicant's when absent
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/decision/redress/cases/{number}/ruling/document")
    ResponseEntity<String> rulingPage(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Language language,
            CurrentUser user) {
        return Documents.page(ruling(decided(id, user), number, language));
    }

    /** The same as a PDF. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/decision/redress/cases/{number}/ruling/document.pdf")
    ResponseEntity<byte[]> rulingPdf(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Language language,
            CurrentUser user) {
        GrantApplication.Decided decided = decided(id, user);
        return Documents.pdf(decided, "", ruling(decided, number, language));
    }

    /** The same for whoever holds the link from the mail. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/view/rulings/{number}/document.pdf")
    ResponseEntity<byte[]> linkedRuling(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Language language,
            @RequestParam String token) {
        GrantApplication.Decided decided = linked(id, token);
        return Documents.pdf(decided, "", ruling(decided, number, language));
    }

    private DecisionDocument ruling(
            GrantApplication.Decided decided, int number, @Nullable Language language) {
        return redress.of(decided)
                .body()
                .find(number)
                .flatMap(found -> composeRuling.compose(decided, found, language))
                .orElseThrow(Problems::notFound);
    }

    private GrantApplication.Decided decided(String id, CurrentUser user) {
        return callers.decided(new ApplicationId(id), user);
    }

    private GrantApplication.Decided linked(String id, String token) {
        return links.find(new ApplicationId(id), token).orElseThrow(Problems::notFound);
    }

    private DecisionDocument document(
            GrantApplication.Decided decided, @Nullable Language language) {
        return compose.compose(decided, language).orElseThrow(DocumentController::noInstruction);
    }

    /** Without an appeal instruction no decision is given (hallintolaki 434/2003, 46 §). */
    static Problem noInstruction() {
        return Problems.refused(
                "no-appeal-instruction", "None is valid for the day of the decision");
    }
}
