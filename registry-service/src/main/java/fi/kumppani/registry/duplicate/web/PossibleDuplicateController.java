package fi.kumppani.registry.duplicate.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;
import fi.kumppani.registry.duplicate.FindDuplicates;
import fi.kumppani.registry.duplicate.PossibleDuplicate;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Associations that look like the same one, or like one that is about to be registered. */
@RestController
@RequestMapping("/v1/municipalities/{code}/possible-duplicates")
class PossibleDuplicateController {

    private static final int LONGEST_NAME = 200;

    private final FindDuplicates findDuplicates;

    PossibleDuplicateController(FindDuplicates findDuplicates) {
        this.findDuplicates = findDuplicates;
    }

    /**
     * Two of them.
     *
     * @param associations the older one first
     * @param grounds {@code same-name}, {@code same-mailbox} or {@code similar-name}; the strongest
     *     first
     */
    record PairView(List<ComparedView> associations, List<String> grounds) {

        static PairView of(PossibleDuplicate found) {
            return new PairView(
                    Stream.of(found.first(), found.second()).map(ComparedView::of).toList(),
                    found.grounds().stream().map(WireCodes::of).toList());
        }
    }

    /**
     * One that is called the same or nearly so.
     *
     * @param ground {@code same-name} or {@code similar-name}
     */
    record AlikeView(ComparedView association, String ground) {

        static AlikeView of(FindDuplicates.Alike alike) {
            return new AlikeView(
                    ComparedView.of(alike.association()), WireCodes.of(alike.ground()));
        }
    }

    /** By twos, the strongest ground first; at most a thousand in all. */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping
    Page<PairView> list(@PathVariable String code, Cursor cursor) {
        String after = Objects.requireNonNullElse(cursor.after(), "");
        List<PossibleDuplicate> found =
                findDuplicates.all().stream()
                        .filter(each -> each.position().compareTo(after) > 0)
                        .limit(cursor.fetchSize())
                        .toList();
        return cursor.page(found, PossibleDuplicate::position).map(PairView::of);
    }

    /**
     * Those that are not dissolved and called the same as this or nearly so, at most twenty; one
     * name is enough.
     *
     * @param fi the name in Finnish; at most 200 characters
     * @param sv in Swedish
     * @param en in English
     */
    @OpenToRoles(Role.COORDINATOR)
    @GetMapping("/of-name")
    Page<AlikeView> like(
            @PathVariable String code,
            @RequestParam @Nullable String fi,
            @RequestParam @Nullable String sv,
            @RequestParam @Nullable String en) {
        checkLength("fi", fi);
        checkLength("sv", sv);
        checkLength("en", en);
        if (Stream.of(given(fi), given(sv), given(en)).allMatch(String::isBlank)) {
            throw Problems.malformed("fi", "missing", "A name is needed in one of fi, sv and en");
        }
        return new Page<>(
                findDuplicates.like(new LocalizedText(fi, sv, en)).stream()
                        .map(AlikeView::of)
                        .toList(),
                null);
    }

    private static void checkLength(String parameter, @Nullable String text) {
        if (given(text).length() > LONGEST_NAME) {
            throw Problems.malformed(
                    parameter, "malformed", "A name has at most " + LONGEST_NAME + " characters");
        }
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
