package fi.kumppani.portal.person;

import fi.kumppani.portal.page.FilledForm;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps what somebody sent when it could not be taken, as their login was over or a service away,
 * so that it is there again when the page is: the latest form, in the session that a login goes on
 * with.
 */
public final class KeptForms {

    private static final String FORM = KeptForms.class.getName() + ".form";
    private static final String PAGE = KeptForms.class.getName() + ".page";
    private static final String SECRET = "password";

    /** Characters: all that a form of a person may have, as a larger one is refused unread. */
    private static final int MOST = 1_048_576;

    private KeptForms() {}

    /**
     * Keeps what this request sent to its page, but no password, and nothing from a browser that
     * never had a session.
     */
    public static void keep(HttpServletRequest request) {
        keep(request, request.getRequestURI());
    }

    /**
     * The same for what is sent elsewhere than to the page that its form is on.
     *
     * @param page the path of that page
     */
    public static void keep(HttpServletRequest request, String page) {
        if (!request.getMethod().equals("POST") || request.getRequestedSessionId() == null) {
            return;
        }
        LinkedHashMap<String, ArrayList<String>> sent = new LinkedHashMap<>();
        int size = 0;
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (field.getKey().endsWith(SECRET)) {
                continue;
            }
            ArrayList<String> values = new ArrayList<>(List.of(field.getValue()));
            size += field.getKey().length() + values.stream().mapToInt(String::length).sum();
            sent.put(field.getKey(), values);
        }
        if (size <= MOST) {
            HttpSession session = request.getSession();
            session.setAttribute(FORM, sent);
            session.setAttribute(PAGE, page);
        }
    }

    /**
     * Fills in what was kept of a form that was sent to this page, once, and says on it that it was
     * not sent.
     *
     * @param fill is given what was sent, if anything was kept
     */
    public static void fill(
            FilledForm form,
            HttpServletRequest request,
            Consumer<MultiValueMap<String, String>> fill) {
        take(request)
                .ifPresent(
                        sent -> {
                            fill.accept(sent);
                            form.refuse("own.kept");
                        });
    }

    /**
     * The same for a page that makes its form of what was sent.
     *
     * @param made the form of this; of nothing when nothing was kept
     */
    public static FilledForm form(
            HttpServletRequest request, Function<MultiValueMap<String, String>, FilledForm> made) {
        Optional<MultiValueMap<String, String>> kept = take(request);
        FilledForm form = made.apply(kept.orElseGet(LinkedMultiValueMap::new));
        if (kept.isPresent()) {
            form.refuse("own.kept");
        }
        return form;
    }

    /** What was kept of a form that was sent to this page, once. */
    public static Optional<MultiValueMap<String, String>> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !request.getRequestURI().equals(session.getAttribute(PAGE))) {
            return Optional.empty();
        }
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        if (session.getAttribute(FORM) instanceof Map<?, ?> kept) {
            kept.forEach(
                    (field, values) -> {
                        if (values instanceof List<?> all) {
                            all.forEach(
                                    value ->
                                            form.add(String.valueOf(field), String.valueOf(value)));
                        }
                    });
        }
        session.removeAttribute(FORM);
        session.removeAttribute(PAGE);
        return Optional.of(form);
    }
}
