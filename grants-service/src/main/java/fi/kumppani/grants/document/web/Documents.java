package fi.kumppani.grants.document.web;

import fi.kumppani.grants.document.DecisionDocument;
import fi.kumppani.grants.document.DecisionPage;
import fi.kumppani.grants.document.DecisionPdf;
import fi.kumppani.grants.grantapplication.GrantApplication;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.nio.charset.StandardCharsets;

/** Documents as answers: pages that run nothing, and files that are not kept on the way. */
final class Documents {

    private static final MediaType PAGE =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private Documents() {}

    static ResponseEntity<String> page(DecisionDocument document) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(PAGE)
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .body(DecisionPage.of(document));
    }

    /**
     * As a file that is named by the application's diary number.
     *
     * @param suffix what follows the number; may be empty
     */
    static ResponseEntity<byte[]> pdf(
            GrantApplication.Decided decided, String suffix, DecisionDocument document) {
        String name = decided.receipt().number().toString().replace('/', '-') + suffix + ".pdf";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(DecisionPdf.of(document));
    }
}
