package fi.kumppani.portal.backend;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;

import java.util.HashMap;
import java.util.Map;

/**
 * One thing to ask of a service.
 *
 * @param backend who is asked
 * @param method GET, or what changes something
 * @param type what the answer is read into; fields it does not name are ignored
 * @param path the path with {@code {names}} for its variables, which metrics show as it stands
 * @param variables what to put there
 * @param headers more headers
 * @param body what is sent, bytes as they are and all else as JSON, unless the method is GET or
 *     DELETE
 * @param nothing what an answer without a body means; null when it must have one
 * @param <T> what is asked for
 */
public record Question<T>(
        Backend backend,
        HttpMethod method,
        ParameterizedTypeReference<T> type,
        String path,
        Map<String, ?> variables,
        Map<String, String> headers,
        Object body,
        @Nullable T nothing) {

    /** Asks to read something. */
    public static <T> Question<T> get(
            Backend backend, Class<T> type, String path, Map<String, ?> variables) {
        return new Question<>(
                backend,
                HttpMethod.GET,
                ParameterizedTypeReference.forType(type),
                path,
                variables,
                Map.of(),
                Map.of(),
                null);
    }

    /** Asks to read a list. */
    public static <T> Question<Listing<T>> list(
            Backend backend,
            ParameterizedTypeReference<Listing<T>> type,
            String path,
            Map<String, ?> variables) {
        return new Question<>(
                backend, HttpMethod.GET, type, path, variables, Map.of(), Map.of(), null);
    }

    /**
     * Asks to read a page of a list.
     *
     * @param from where an earlier page said that this one begins; empty for the beginning, of
     *     which services are not told
     * @param most items of the page, from 1 to 200
     */
    public static <T> Question<Listing<T>> page(
            Backend backend,
            ParameterizedTypeReference<Listing<T>> type,
            String path,
            Map<String, ?> variables,
            String from,
            int most) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("limit", most);
        String query = (path.contains("?") ? "&" : "?") + "limit={limit}";
        if (!from.isEmpty()) {
            all.put("cursor", from);
            query += "&cursor={cursor}";
        }
        return list(backend, type, path + query, Map.copyOf(all));
    }

    /** Asks to do something. */
    public static <T> Question<T> post(
            Backend backend, Class<T> type, String path, Map<String, ?> variables, Object body) {
        return sending(HttpMethod.POST, backend, type, path, variables, body);
    }

    /** Asks to write something anew. */
    public static <T> Question<T> put(
            Backend backend, Class<T> type, String path, Map<String, ?> variables, Object body) {
        return sending(HttpMethod.PUT, backend, type, path, variables, body);
    }

    /** Asks to take something away. */
    public static Question<Done> delete(Backend backend, String path, Map<String, ?> variables) {
        return sending(HttpMethod.DELETE, backend, Done.class, path, variables, Map.of())
                .orNothing(new Done());
    }

    private static <T> Question<T> sending(
            HttpMethod method,
            Backend backend,
            Class<T> type,
            String path,
            Map<String, ?> variables,
            Object body) {
        return new Question<>(
                backend,
                method,
                ParameterizedTypeReference.forType(type),
                path,
                variables,
                Map.of(),
                body,
                null);
    }

    /** Whether there is something to send. */
    boolean isSending() {
        return method.equals(HttpMethod.POST) || method.equals(HttpMethod.PUT);
    }

    /** The same with a header more. */
    public Question<T> with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Question<>(
                backend, method, type, path, variables, Map.copyOf(more), body, nothing);
    }

    /** The same where an answer may come without a body, and means this then. */
    public Question<T> orNothing(T meaning) {
        return new Question<>(backend, method, type, path, variables, headers, body, meaning);
    }
}
