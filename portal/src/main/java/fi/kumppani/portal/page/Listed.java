package fi.kumppani.portal.page;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;

import java.util.List;

/** What a page lists: without it the rest of the page is shown all the same. */
public final class Listed {

    private Listed() {}

    /**
     * All of a list that portals read at once; where it goes on, the page says how many those were
     * ({@code cut}).
     *
     * @throws NoSuchPageException when there is no such list
     */
    public static <T> List<T> whole(
            Answer<Listing<T>> answer, Model model, HttpServletResponse response) {
        Listing<T> found = of(answer, model, response);
        if (found.next() != null) {
            model.addAttribute("cut", found.items().size());
        }
        return found.items();
    }

    /**
     * What was found; nothing when its service is away, which the page says ({@code away}) and its
     * status is.
     *
     * @throws NoSuchPageException when there is no such list
     */
    public static <T> Listing<T> of(
            Answer<Listing<T>> answer, Model model, HttpServletResponse response) {
        return switch (answer) {
            case Answer.Found<Listing<T>>(var found) -> found;
            case Answer.Missing<Listing<T>> _, Answer.Refused<Listing<T>> _ ->
                    throw new NoSuchPageException();
            case Answer.Away<Listing<T>> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                model.addAttribute("away", true);
                yield new Listing<>(List.of(), null);
            }
        };
    }
}
