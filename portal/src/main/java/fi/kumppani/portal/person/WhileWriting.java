package fi.kumppani.portal.person;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * Answers a form that its page saves while somebody writes ({@code saving.js}): what would lead on
 * to another page says instead that it is saved, and which version the form holds from now on.
 */
public final class WhileWriting {

    private static final String HEADER = "X-While-Writing";

    private WhileWriting() {}

    /**
     * What follows when the form was saved.
     *
     * @param seen the version that the form is to hold
     * @param now the moment at which it was saved
     * @param pressed what follows when its button was pressed
     */
    public static String saved(
            String seen,
            Instant now,
            HttpServletRequest request,
            Reader reader,
            Model model,
            Supplier<String> pressed) {
        if (request.getHeader(HEADER) == null) {
            return pressed.get();
        }
        // What could not be taken a moment ago is saved with this, and must not come back later.
        var _ = KeptForms.take(request);
        model.addAttribute("seen", seen);
        model.addAttribute("at", Formats.time(now, reader.language()));
        return "saved-while-writing";
    }
}
