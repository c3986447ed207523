package fi.kumppani.grants.document.web;

import fi.kumppani.grants.document.ComposeDecisionDocument;
import fi.kumppani.grants.document.DecisionDocument;
import fi.kumppani.grants.document.DecisionPage;
import fi.kumppani.grants.document.DecisionPdf;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;

/** Decisions as documents, with what is secret in them, for the party and its handlers. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/decision")
class DocumentController {

    private static final MediaType PAGE =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ComposeDecisionDocument compose;
    private final Callers callers;

    DocumentController(ComposeDecisionDocument compose, Callers callers) {
        this.compose = compose;
        this.callers = callers;
    }

    /**
     * The document as a page.
     *
     * @param language the applicant's when absent
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/document")
    ResponseEntity<String> page(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Language language,
            CurrentUser user) {
        DecisionDocument document =
                document(callers.decided(new ApplicationId(id), user), language);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(PAGE)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .body(DecisionPage.of(document));
    }

    /**
     * The document as a PDF (PDF/UA-1 and PDF/A-3u).
     *
     * @param language the applicant's when absent
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping("/document.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Language language,
            CurrentUser user) {
        GrantApplication.Decided decided = callers.decided(new ApplicationId(id), user);
        String name = decided.receipt().number().toString().replace('/', '-') + ".pdf";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(DecisionPdf.of(document(decided, language)));
    }

    private DecisionDocument document(
            GrantApplication.Decided decided, @Nullable Language language) {
        return compose.compose(decided, language)
                .orElseThrow(
                        () ->
                                Problems.refused(
                                        "no-appeal-instruction",
                                        "None is valid for the day of the decision"));
    }
}
