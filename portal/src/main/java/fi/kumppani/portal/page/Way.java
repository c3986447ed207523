package fi.kumppani.portal.page;

import fi.kumppani.portal.identity.SignedIn;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A way from the head of every page to what somebody who is logged in works on.
 *
 * @param name as the key of its text ends
 * @param here whether it is where they are, or above it
 */
record Way(String name, String href, boolean here) {

    /**
     * The ways somebody has: within the municipality whose page they look at, else within the only
     * one in which they have a role.
     *
     * @param within the code of the municipality whose page it is
     * @param path of the page
     */
    static List<Way> of(SignedIn person, @Nullable String within, String path) {
        List<Way> ways = new ArrayList<>();
        add(ways, "desk", "/desk", where(person, within, person::coordinates), path);
        add(
                ways,
                "letters",
                "/letters/drafts",
                where(
                        person,
                        within,
                        code -> person.writesLetters(code) && !person.coordinates(code)),
                path);
        add(
                ways,
                "work",
                "/work",
                where(
                        person,
                        within,
                        code -> person.handlesGrants(code) || person.decidesGrants(code)),
                path);
        if (person.represents()) {
            add(ways, "my", "/my", where(person, within, _ -> true), path);
        }
        return List.copyOf(ways);
    }

    /** The municipality in which this holds for them; null when there is none, or no one. */
    private static @Nullable String where(
            SignedIn person, @Nullable String within, Predicate<String> holds) {
        if (within != null && holds.test(within)) {
            return within;
        }
        List<String> codes = person.municipalities().stream().distinct().toList();
        return codes.size() == 1 && holds.test(codes.getFirst()) ? codes.getFirst() : null;
    }

    private static void add(
            List<Way> ways, String name, String page, @Nullable String code, String path) {
        if (code != null) {
            String href = "/m/" + code + page;
            ways.add(new Way(name, href, path.equals(href) || path.startsWith(href + "/")));
        }
    }
}
