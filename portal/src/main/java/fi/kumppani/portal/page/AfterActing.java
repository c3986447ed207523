package fi.kumppani.portal.page;

import fi.kumppani.portal.reader.ReaderLanguage;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UriComponentsBuilder;

/** Where a browser is led after something was done. */
public final class AfterActing {

    private AfterActing() {}

    /**
     * Leads to a page, so that looking at it again does nothing.
     *
     * @param done what the page says was done, as its query parameter {@code done}
     */
    public static String to(String path, String done, HttpServletRequest request) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(path).queryParam("done", done);
        ReaderLanguage.chosen(request)
                .ifPresent(language -> page.queryParam(ReaderLanguage.PARAMETER, language.code()));
        return "redirect:" + page.encode().build().toUriString();
    }
}
